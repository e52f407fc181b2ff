// Written by `npm run api-types` from the OpenAPI document; a test compares them. Not to be edited.
export type paths = {
  '/api/self': {
    parameters: Parameters;
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            'application/json': {
              personId: string;
              surname: string;
              name: string;
              patronymic: string;
              programme: { id: string; name: string; timeZone: string };
              appointments: { role: string; organizationId: string; organizationName: string }[];
              powers: (
                | 'overview:read'
                | 'roadmap:read'
                | 'roadmap:write'
                | 'tasks:read'
                | 'tasks:write'
                | 'tasks:control'
                | 'people:read'
                | 'people:contacts'
                | 'people:write'
                | 'people:export'
                | 'applications:decide'
                | 'organizations:read'
                | 'organizations:write'
                | 'pairs:read'
                | 'pairs:write'
                | 'documents:read'
                | 'documents:write'
                | 'templates:write'
                | 'messages:read'
                | 'messages:write'
                | 'settings:read'
                | 'settings:write'
                | 'staff:read'
                | 'staff:write'
                | 'audit:read'
              )[];
              wholeCity: boolean;
              trusted: boolean;
              today: string;
            };
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: { 'application/problem+json': components['schemas']['Problem'] };
        };
      };
    };
    put?: never;
    post?: never;
    patch?: never;
    delete?: never;
  };
};

type Parameters = { query?: never; header?: never; path?: never; cookie?: never };

export type components = {
  schemas: {
    Problem: {
      type: string;
      title: string;
      status: number;
      code: string;
      detail?: string;
      faults?: { path: string; message: string }[];
      current?: unknown;
      version?: string;
    };
    ProblemInput: {
      type: string;
      title: string;
      status: number;
      code: string;
      detail?: string;
      faults?: { path: string; message: string }[];
      current?: unknown;
      version?: string;
    };
  };
};
