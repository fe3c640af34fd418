import cytoscape from '../../../node_modules/cytoscape/dist/cytoscape.esm.mjs';

// jsdom has no canvas: the null renderer keeps elements, styles and layouts, and draws nothing.
const headless = (options = {}) => cytoscape({ ...options, container: undefined, headless: true, styleEnabled: true });

export default Object.assign(headless, cytoscape);
