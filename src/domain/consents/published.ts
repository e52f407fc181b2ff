/** What of a person may be published; the values of `distributionForm`. */
export type PublishedWhat = 'names' | 'work' | 'photo' | 'video' | 'materials' | 'awards';
/** Our own public pages are the office's site; the community's wall is `vk`. */
export type PublishedWhere = 'office-site' | 'vk';
