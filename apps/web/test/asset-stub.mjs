// Stands for style sheets, pictures and fonts, which Jest cannot load.
export default 'asset';
