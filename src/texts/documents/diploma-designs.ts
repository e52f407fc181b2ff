import type { DesignLine, DiplomaDesign } from '../../domain/diplomas/design.ts';
import type { DiplomaKind, Signature } from '../../domain/diplomas/diploma.ts';

const plain = (text: string): DesignLine => ({ style: 'plain', text });
const small = (text: string): DesignLine => ({ style: 'small', text });
const name = (text: string): DesignLine => ({ style: 'name', text });
const strong = (text: string): DesignLine => ({ style: 'strong', text });

const workplace = plain('[{Кто должность}, ][{Организация}]');
const byWorkplace = plain('[{Кто должность дат}, ][{Организация}]');
const nomination = plain('в номинации «{Номинация}»');
const work = small('за работу «{Работа}»');
const team = small('команда «{Команда}»');
/** Staff put in who signs. */
const signatures: readonly Signature[] = [
  { post: 'Начальник управления образования', name: '' },
  { post: 'Председатель жюри', name: '' },
];
const look = { accent: 'navy', frame: 'corners', picture: null, above: '{Организатор}' } as const;

/** What a new design begins with; staff change it. Names that nobody can decline stay in the nominative. */
export const diplomaDesigns: Readonly<Record<DiplomaKind, DiplomaDesign>> = {
  diploma: {
    ...look,
    orientation: 'portrait',
    heading: 'ДИПЛОМ',
    under: '{Награда род}',
    lines: [
      plain('конкурса «{Конкурс}»'),
      strong('[{Место}]'),
      small('награждается'),
      name('[{Кто}]'),
      team,
      workplace,
      nomination,
      work,
    ],
    signatures,
  },
  gratitude: {
    ...look,
    orientation: 'portrait',
    accent: 'burgundy',
    frame: 'lines',
    heading: 'БЛАГОДАРСТВЕННОЕ ПИСЬМО',
    under: '',
    lines: [
      small('выражается благодарность'),
      name('[{Кто дат}]'),
      team,
      byWorkplace,
      plain(
        'за личный вклад в развитие наставничества и участие в подготовке и проведении конкурса «{Конкурс}»',
      ),
      small('Желаем новых творческих побед, здоровья и благодарных учеников!'),
    ],
    signatures: signatures.slice(0, 1),
  },
  certificate: {
    ...look,
    orientation: 'landscape',
    accent: 'green',
    frame: 'braid',
    heading: 'СЕРТИФИКАТ',
    under: 'участника',
    lines: [
      // Of whom nobody can tell the gender it is said without a verb, further below.
      small('{подтверждает, что|подтверждает, что|}'),
      name('[{Кто}]'),
      team,
      workplace,
      plain('{принял участие|приняла участие|Сертификат подтверждает участие} в конкурсе «{Конкурс}»'),
      nomination,
      work,
    ],
    signatures: signatures.slice(0, 1),
  },
};

/** For games, forums and other events that are no contest. */
export const eventCertificate: DiplomaDesign = {
  ...diplomaDesigns.certificate,
  lines: [
    small('{подтверждает, что|подтверждает, что|}'),
    name('[{Кто}]'),
    team,
    workplace,
    plain('{принял участие|приняла участие|Сертификат подтверждает участие} в мероприятии «{Конкурс}»'),
  ],
};
