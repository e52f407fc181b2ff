/** Forms of mentoring as orders name them (Р-145, приложение). */
const names: Readonly<Record<string, string>> = {
  'teacher-teacher': 'педагог – педагог',
  'head-teacher': 'руководитель организации – педагог',
  'employer-teacher': 'работодатель – педагог',
  'employer-pupil': 'работодатель – ученик',
  'student-pupil': 'студент – ученик',
  'pupil-pupil': 'ученик – ученик',
  'university-teacher': 'педагог вуза – молодой педагог',
  'partner-teacher': 'социальный партнёр – педагог',
};

export function formName(form: string): string {
  return names[form] ?? form;
}
