/** Who owes it: the partner, the secretariat, or the member's national body that was there. */
export type Debtor = 'partner' | 'secretariat' | 'member';

export interface Stage {
  titles: readonly string[];
  /** {x} is the partner, {what} what the agreement is for, {kind} its kind. */
  agreed: readonly string[];
  promises: readonly (readonly [Debtor, string])[];
}

export type StageName = 'approach' | 'review' | 'follow_up' | 'session' | 'exchange' | 'visit' | 'forum';

/** What is talked about at each stage of a relationship. */
export const STAGES: Readonly<Record<StageName, Stage>> = {
  approach: {
    titles: ['Primer acercamiento con {x}', 'Reunión exploratoria con {x}', 'Presentación de la estrategia a {x}'],
    agreed: [
      'Se presentaron los ejes de la estrategia. {x} consultará a su dirección el alcance de una alianza para {what}.',
      '{x} expuso su trabajo y mostró interés. Se intercambiarán documentos y se fijó una segunda reunión.',
      'Ambas partes coinciden en las prioridades del corredor norte. Se empezará por un instrumento sencillo, de dos años.',
    ],
    promises: [['secretariat', 'Enviar a {x} la estrategia y el modelo de acuerdo'],
      ['partner', 'Designar un enlace y remitir sus estatutos'],
      ['secretariat', 'Consultar a los países sobre la alianza con {x}']],
  },
  review: {
    titles: ['Revisión del borrador con {x}', 'Mesa técnica sobre el texto con {x}'],
    agreed: [
      'Quedó acordado el objeto: {what}. Falta redactar la cláusula de protección de datos.',
      'Se cerraron las cláusulas de vigencia y de seguimiento. La firma será en la próxima sesión.',
      'Los países pidieron precisar quién paga los traslados; {x} enviará una propuesta.',
    ],
    promises: [['secretariat', 'Consolidar las observaciones de los países al texto'], ['partner', 'Confirmar quién firma y en qué fecha'],
      ['member', 'Emitir opinión jurídica sobre el texto']],
  },
  follow_up: {
    titles: ['Seguimiento semestral con {x}', 'Evaluación anual con {x}', 'Balance y plan del año con {x}', 'Reunión de enlaces con {x}'],
    agreed: [
      'Se revisó el avance: cuatro de seis acciones al día. Se reprograma la capacitación para el próximo trimestre.',
      '{x} ampliará sus acciones a dos países más. Se acordó un calendario compartido.',
      'Se aprobaron los materiales con ajustes de lenguaje. Se medirá el alcance con una encuesta corta.',
      'Los enlaces pidieron una vía más rápida para las referencias urgentes; se probará un correo único durante tres meses.',
      'Se presentó el informe del período. Queda pendiente acordar los indicadores del próximo año.',
      'Se acordó difundir los resultados en la próxima sesión y preparar una nota conjunta para medios.',
    ],
    promises: [['partner', 'Enviar el informe semestral de actividades'],
      ['secretariat', 'Compartir el directorio actualizado de enlaces con {x}'],
      ['partner', 'Proponer fechas para la próxima capacitación'], ['member', 'Validar los materiales para su difusión en el país'],
      ['partner', 'Entregar la versión final de los materiales'], ['secretariat', 'Preparar la nota conjunta para medios']],
  },
  session: {
    titles: [],
    agreed: [
      'Se aprobó el plan operativo y se dio por conocido el informe de la secretaría. Los países remitirán sus datos antes de fin de mes.',
      'Se acordó priorizar alianzas con el sector turismo y con gobiernos locales. Se conformó un grupo de trabajo sobre tráfico ilícito.',
      'Se revisó la matriz de seguimiento de la estrategia: once resultados al día y tres con retraso.',
      'Se aprobó la campaña regional y su presupuesto. Cada país nombrará a una persona responsable de comunicación.',
      'Se intercambiaron experiencias sobre investigación financiera. Se pedirá asistencia técnica para un curso regional.',
      'Se conoció el corte de alianzas y se pidió verificar la evidencia pendiente antes de publicar.',
    ],
    promises: [['secretariat', 'Circular el acta y el plan operativo a los países'],
      ['member', 'Remitir los datos del país para el informe anual'],
      ['member', 'Nombrar a la persona responsable de comunicación']],
  },
  exchange: {
    titles: ['protocolos de primera entrevista', 'casas de acogida especializadas', 'investigación financiera',
      'mesas locales de prevención', 'líneas de ayuda', 'trabajo con sobrevivientes',
      'mediación con pueblos indígenas', 'inspección laboral', 'equipos de frontera', 'protección de niñez no acompañada',
      'datos y anonimización', 'reintegración'],
    agreed: ['Cuatro países presentaron su experiencia. Se recogerán las prácticas en una ficha común y se publicarán en el espacio virtual.',
      'Se identificaron tres prácticas que pueden replicarse. Dos países se ofrecieron a recibir visitas técnicas.'],
    promises: [['member', 'Redactar la ficha de su buena práctica'], ['secretariat', 'Publicar las fichas en el espacio virtual']],
  },
  visit: {
    titles: ['Visita a {x}'],
    agreed: ['La autoridad conoció la estrategia y ofreció un enlace permanente. Se dejó el manual de identidad y una propuesta de agenda.',
      'Se recorrió el servicio y se acordó una capacitación corta para su personal.'],
    promises: [['partner', 'Designar el enlace permanente'], ['member', 'Acompañar la capacitación de su personal']],
  },
  forum: {
    titles: ['Participación en el foro de {x}', 'Panel sobre alianzas en {x}'],
    agreed: ['Se presentó el trabajo de la coalición ante veinte delegaciones. Tres pidieron una reunión bilateral.',
      'Se incluyó la trata de personas y el tráfico ilícito de migrantes en la declaración final.'],
    promises: [['secretariat', 'Dar seguimiento a las delegaciones interesadas'], ['partner', 'Compartir la memoria del foro']],
  },
};

export const EXTRAORDINARY = 'Se aprobó continuar el trabajo por medios virtuales y revisar el calendario del año.';
