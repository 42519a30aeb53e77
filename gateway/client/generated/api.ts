// Made from the OpenAPI document by `npm run generate`; not written by hand.
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alive */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok";
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Able to serve */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ready: boolean;
                            checks: {
                                [key: string]: string;
                            };
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                /** @description Not yet able to serve, and why; or problem details */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ready: boolean;
                            checks: {
                                [key: string]: string;
                            };
                        };
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is counted */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Prometheus text */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs: how many, and those given up */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            waiting: number;
                            running: number;
                            dead: number;
                            /** @description Latest first, at most a hundred */
                            deadJobs: {
                                id: string;
                                topic: string;
                                attempts: number;
                                /** @description Why it was given up */
                                error: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a dead job its attempts again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who takes part */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            members: {
                                /** @description lower-case letters, digits and hyphens, at most 63 */
                                id: string;
                                /** @enum {unknown} */
                                type: "library" | "publisher" | "research" | "teaching" | "government" | "other";
                                /** @description text that is not blank, without NUL */
                                name: string;
                                /** @description text that is not blank, without NUL */
                                nameZh?: string;
                                branches?: {
                                    code: string;
                                    name: string;
                                    isil?: string;
                                    locations?: {
                                        code: string;
                                        name: string;
                                    }[];
                                }[];
                                /** @enum {unknown} */
                                stage: "trial" | "active" | "suspended" | "left";
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** Add a member, on trial */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description lower-case letters, digits and hyphens, at most 63 */
                        id: string;
                        /** @enum {unknown} */
                        type: "library" | "publisher" | "research" | "teaching" | "government" | "other";
                        /** @description text that is not blank, without NUL */
                        name: string;
                        /** @description text that is not blank, without NUL */
                        nameZh?: string;
                        branches?: {
                            code: string;
                            name: string;
                            isil?: string;
                            locations?: {
                                code: string;
                                name: string;
                            }[];
                        }[];
                        contacts?: {
                            name?: string;
                            email?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description lower-case letters, digits and hyphens, at most 63 */
                            id: string;
                            /** @enum {unknown} */
                            type: "library" | "publisher" | "research" | "teaching" | "government" | "other";
                            /** @description text that is not blank, without NUL */
                            name: string;
                            /** @description text that is not blank, without NUL */
                            nameZh?: string;
                            branches?: {
                                code: string;
                                name: string;
                                isil?: string;
                                locations?: {
                                    code: string;
                                    name: string;
                                }[];
                            }[];
                            /** @enum {unknown} */
                            stage: "trial" | "active" | "suspended" | "left";
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member and its sources */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description lower-case letters, digits and hyphens, at most 63 */
                            id: string;
                            /** @enum {unknown} */
                            type: "library" | "publisher" | "research" | "teaching" | "government" | "other";
                            /** @description text that is not blank, without NUL */
                            name: string;
                            /** @description text that is not blank, without NUL */
                            nameZh?: string;
                            branches?: {
                                code: string;
                                name: string;
                                isil?: string;
                                locations?: {
                                    code: string;
                                    name: string;
                                }[];
                            }[];
                            /** @enum {unknown} */
                            stage: "trial" | "active" | "suspended" | "left";
                            sources: {
                                id: string;
                                member: string;
                                name: string;
                                adapter: string;
                                /** @enum {unknown} */
                                mode: "full" | "delta";
                                /** @enum {unknown} */
                                share: "none" | "members" | "public";
                                everySeconds: number | null;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a source to a member */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description lower-case letters, digits and hyphens, at most 63 */
                        name: string;
                        adapter: string;
                        options: {
                            [key: string]: unknown;
                        };
                        /** @enum {unknown} */
                        mode?: "full" | "delta";
                        /** @enum {unknown} */
                        share?: "none" | "members" | "public";
                        everySeconds?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            member: string;
                            name: string;
                            adapter: string;
                            /** @enum {unknown} */
                            mode: "full" | "delta";
                            /** @enum {unknown} */
                            share: "none" | "members" | "public";
                            everySeconds: number | null;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adapters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Protocols that members can be spoken to in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            adapters: {
                                kind: string;
                                summary: string;
                                capabilities: string[];
                                options: unknown;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/standards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Schemas and suites that this gateway works by */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            schemas: {
                                name: string;
                                id: string;
                                title: string;
                                version: string;
                                /** @enum {unknown} */
                                status: "draft" | "frozen";
                                /** @description The JSON Schema itself */
                                href: string;
                            }[];
                            suites: {
                                id: string;
                                version: string;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                standard: {
                                    id: string;
                                    version: string;
                                    url: string;
                                };
                                requirements: {
                                    must: number;
                                    should: number;
                                    may: number;
                                };
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/standards/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One JSON Schema */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conformance/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates, newest first, each with its standing now */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description As the page before gave it */
                    cursor?: string;
                    member?: string;
                    suite?: string;
                    /** @description One certificate, by its id */
                    jti?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            certificates: {
                                /** @description Its jti */
                                id: string;
                                member: string;
                                source: string;
                                suite: string;
                                /**
                                 * @description L1 structure, L2 behaviour, L3 interoperable
                                 * @enum {unknown}
                                 */
                                level: "L1" | "L2" | "L3";
                                run: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                issuedAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                expiresAt: string;
                                /**
                                 * @description Checked now. suspended: no conformant run for 120 days; invalid: its signature does not hold
                                 * @enum {unknown}
                                 */
                                standing: "valid" | "expired" | "suspended" | "invalid";
                                /** @description Compact JWS, typ trust-mark+jwt */
                                certificate: string;
                            }[];
                            /** @description Gives the next page; absent on the last */
                            cursor?: string;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conformance/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs of suites on members’ sources, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description As the page before gave it */
                    cursor?: string;
                    member?: string;
                    suite?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            runs: {
                                id: string;
                                member: string | null;
                                source: string | null;
                                suite: string;
                                suiteVersion: string;
                                /** @enum {unknown} */
                                verdict: "conformant" | "not-conformant" | "incomplete" | "infrastructure";
                                level: ("L1" | "L2" | "L3") | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                startedAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                finishedAt: string;
                            }[];
                            /** @description Gives the next page; absent on the last */
                            cursor?: string;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conformance/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run with its whole report */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: {
                                id: string;
                                member: string | null;
                                source: string | null;
                                suite: string;
                                suiteVersion: string;
                                /** @enum {unknown} */
                                verdict: "conformant" | "not-conformant" | "incomplete" | "infrastructure";
                                level: ("L1" | "L2" | "L3") | null;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                startedAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                finishedAt: string;
                            };
                            /** @description The whole conformance report */
                            report: unknown;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conformance/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members by suites: the level each has proved, and its last run */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description As the page before gave it */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            suites: string[];
                            members: {
                                member: string;
                                name: string;
                                /** @enum {unknown} */
                                stage: "trial" | "active" | "suspended" | "left";
                                suites: {
                                    suite: string;
                                    /** @description Highest level with a valid certificate */
                                    level: ("L1" | "L2" | "L3") | null;
                                    expiresAt: string | null;
                                    lastRun: {
                                        id: string;
                                        /** @enum {unknown} */
                                        verdict: "conformant" | "not-conformant" | "incomplete" | "infrastructure";
                                        /**
                                         * Format: date-time
                                         * @description ISO 8601, UTC
                                         */
                                        finishedAt: string;
                                    } | null;
                                }[];
                            }[];
                            /** @description Gives the next page; absent on the last */
                            cursor?: string;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a member to a stage; active takes a valid certificate of level L1 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        stage: "trial" | "active" | "suspended" | "left";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {unknown} */
                            stage: "trial" | "active" | "suspended" | "left";
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/works/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A work with its versions and holdings */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A work’s id; ids of works that merged lead to the work they became */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            updatedAt: string;
                            description: {
                                /**
                                 * @description What kind of thing it is, as readers would say it
                                 * @enum {unknown}
                                 */
                                type: "book" | "serial" | "article" | "thesis" | "report" | "standard" | "patent" | "map" | "score" | "audio" | "video" | "image" | "archive" | "dataset" | "software" | "website" | "object" | "other";
                                /** @description First: the title proper (kind original) */
                                titles: {
                                    /** @description Title proper, without subtitle and ISBD punctuation */
                                    value: string;
                                    subtitle?: string;
                                    /** @description Part of a set that this title names: 第3卷, 唐代卷 */
                                    part?: {
                                        number?: string;
                                        name?: string;
                                    };
                                    /** @description Characters to skip when filing */
                                    nonfiling?: number;
                                    /** @description ISO 639-2/B, three letters */
                                    language?: string;
                                    /** @description ISO 15924, e.g. Hans, Hant, Latn */
                                    script?: string;
                                    /**
                                     * @description original: as it stands in the record; pinyin: its romanisation; parallel: the same in another language or script; variant: another form readers may look for
                                     * @enum {unknown}
                                     */
                                    kind: "original" | "pinyin" | "parallel" | "variant";
                                }[];
                                /** @description Statement of responsibility as on the item; not a heading */
                                statement?: string;
                                /** @description Persons, bodies and meetings with their roles */
                                agents: {
                                    /** @description The first is the form the record uses as heading */
                                    names: {
                                        value: string;
                                        /** @description ISO 639-2/B, three letters */
                                        language?: string;
                                        /** @description ISO 15924, e.g. Hans, Hant, Latn */
                                        script?: string;
                                        /**
                                         * @description original: as it stands in the record; pinyin: its romanisation; parallel: the same in another language or script; variant: another form readers may look for
                                         * @enum {unknown}
                                         */
                                        kind: "original" | "pinyin" | "parallel" | "variant";
                                    }[];
                                    /** @enum {unknown} */
                                    type: "person" | "organisation" | "meeting";
                                    /** @description MARC relator code: aut, edt, trl, ill, com, pbl … */
                                    role: string;
                                    /** @description The role in the record’s own words: 著, 编, 译 */
                                    roleText?: string;
                                    /** @description Main entry, or named first */
                                    main: boolean;
                                    /** @description Dates of life or activity, as in the source */
                                    dates?: string;
                                    authority?: {
                                        scheme: string;
                                        id: string;
                                    };
                                }[];
                                /** @description Languages of the text, of the original of a translation, of summaries */
                                languages: {
                                    /** @description ISO 639-2/B, three letters */
                                    code: string;
                                    /** @enum {unknown} */
                                    role: "text" | "original" | "summary";
                                }[];
                                /** @description EDTF beside the source’s own words */
                                dates: {
                                    /** @enum {unknown} */
                                    kind: "issued" | "copyright" | "created" | "original" | "modified";
                                    /** @description ISO 8601-2 (EDTF level 1): 1985-07, 1998?, 199X, 1954/.. */
                                    edtf?: string;
                                    /** @description As the source has it: 1985.07, [1998?], 民国二十三年 */
                                    text: string;
                                }[];
                                /** @description Place, publisher, date as stated */
                                publication: {
                                    place?: string;
                                    publisher?: string;
                                    /** @description Source text; the reading of it stands in dates */
                                    date?: string;
                                }[];
                                /** @description Edition statement */
                                edition?: string;
                                /** @description Pages, volumes, duration; size */
                                extent?: string;
                                /** @description International identifiers of the thing described */
                                identifiers: {
                                    /** @description isbn, issn, doi, ismn, csbn (统一书号), standard, urn, uri, handle, other */
                                    scheme: string;
                                    /** @description Normalised: ISBN as 13 digits, ISSN with hyphen, DOI in lower case */
                                    value: string;
                                    /** @description As the source has it, when that differs */
                                    text?: string;
                                    qualifier?: string;
                                    price?: string;
                                    /** @description Its check digit or form holds */
                                    valid: boolean;
                                    /** @description Given by the source as wrong or cancelled ($z) */
                                    cancelled?: boolean;
                                }[];
                                /** @description Subject headings with their scheme */
                                subjects: {
                                    /** @description Heading with its subdivisions joined by " -- " */
                                    value: string;
                                    /** @enum {unknown} */
                                    kind: "topic" | "person" | "organisation" | "title" | "place" | "period" | "genre" | "keyword";
                                    /** @description lcsh, cct (中国分类主题词表), mesh, local … */
                                    scheme?: string;
                                    /** @description Each subdivision with its sense: CNMARC $y is place and $z period, MARC 21 the other way */
                                    parts?: {
                                        /** @enum {unknown} */
                                        kind: "topic" | "place" | "period" | "form" | "name";
                                        value: string;
                                    }[];
                                    authority?: {
                                        scheme: string;
                                        id: string;
                                    };
                                    /** @description Other forms of the heading, from its authority record */
                                    variants?: {
                                        value: string;
                                        /** @description ISO 639-2/B, three letters */
                                        language?: string;
                                        /** @description ISO 15924, e.g. Hans, Hant, Latn */
                                        script?: string;
                                        /**
                                         * @description original: as it stands in the record; pinyin: its romanisation; parallel: the same in another language or script; variant: another form readers may look for
                                         * @enum {unknown}
                                         */
                                        kind: "original" | "pinyin" | "parallel" | "variant";
                                    }[];
                                }[];
                                /** @description Classification numbers; scheme clc is 中图法 */
                                classes: {
                                    /** @description clc (中图法), ddc, lcc, udc, cas (科图法) … */
                                    scheme: string;
                                    value: string;
                                    edition?: string;
                                }[];
                                /** @description Series, sets and volumes, hosts, earlier and later titles */
                                relations: {
                                    /** @enum {unknown} */
                                    kind: "series" | "set" | "part" | "host" | "earlier" | "later" | "translation-of" | "other-edition" | "supplement" | "related";
                                    title?: string;
                                    /** @description Number within it: 第3辑, v. 2, pages of an article */
                                    number?: string;
                                    identifiers?: {
                                        /** @description isbn, issn, doi, ismn, csbn (统一书号), standard, urn, uri, handle, other */
                                        scheme: string;
                                        /** @description Normalised: ISBN as 13 digits, ISSN with hyphen, DOI in lower case */
                                        value: string;
                                        /** @description As the source has it, when that differs */
                                        text?: string;
                                        qualifier?: string;
                                        price?: string;
                                        /** @description Its check digit or form holds */
                                        valid: boolean;
                                        /** @description Given by the source as wrong or cancelled ($z) */
                                        cancelled?: boolean;
                                    }[];
                                }[];
                                /** @description Summaries */
                                abstracts: {
                                    value: string;
                                    /** @description ISO 639-2/B, three letters */
                                    language?: string;
                                }[];
                                /** @description Notes, each with its kind where known */
                                notes: {
                                    /** @description contents, general, language, thesis … */
                                    kind?: string;
                                    value: string;
                                }[];
                                /** @description Where it can be read, with the access it takes */
                                links: {
                                    /** @description Only web addresses; anything else becomes a note */
                                    href: string;
                                    label?: string;
                                    access?: {
                                        /** @enum {unknown} */
                                        kind: "open" | "licensed" | "onsite";
                                        package?: string;
                                        coverage?: {
                                            from?: string;
                                            to?: string;
                                            fromVolume?: string;
                                            toVolume?: string;
                                            fromIssue?: string;
                                            toIssue?: string;
                                            depth?: string;
                                            embargo?: string;
                                            note?: string;
                                        }[];
                                    };
                                }[];
                                /** @description Digital parts of it */
                                media?: {
                                    /** @enum {unknown} */
                                    kind: "text" | "image" | "sound" | "video";
                                    href: string;
                                    /** @description Media type (IANA) */
                                    format?: string;
                                }[];
                                /** @description Rights statement of the thing described */
                                licence?: {
                                    uri?: string;
                                    text?: string;
                                };
                            };
                            /** @description Field → the record it is from */
                            sources: {
                                [key: string]: string;
                            };
                            /** @description Field → the record that steps in for it */
                            successors: {
                                [key: string]: string;
                            };
                            /** @description Other works: its set and volumes, earlier and later titles, original and translations */
                            related?: {
                                /** @enum {unknown} */
                                kind: "part-of" | "has-part" | "same-set" | "earlier" | "later" | "translation-of" | "has-translation" | "edition-of" | "supplement-to" | "has-supplement";
                                work: string;
                                title: string;
                                volume?: string;
                                language?: string;
                                year?: string;
                            }[];
                            versions: {
                                id: string;
                                records: string[];
                                /**
                                 * @description What kind of thing it is, as readers would say it
                                 * @enum {unknown}
                                 */
                                type: "book" | "serial" | "article" | "thesis" | "report" | "standard" | "patent" | "map" | "score" | "audio" | "video" | "image" | "archive" | "dataset" | "software" | "website" | "object" | "other";
                                /** @description Languages of the text, of the original of a translation, of summaries */
                                languages: {
                                    /** @description ISO 639-2/B, three letters */
                                    code: string;
                                    /** @enum {unknown} */
                                    role: "text" | "original" | "summary";
                                }[];
                                edition?: string;
                                extent?: string;
                                /** @description Place, publisher, date as stated */
                                publication: {
                                    place?: string;
                                    publisher?: string;
                                    /** @description Source text; the reading of it stands in dates */
                                    date?: string;
                                }[];
                                /** @description EDTF beside the source’s own words */
                                dates: {
                                    /** @enum {unknown} */
                                    kind: "issued" | "copyright" | "created" | "original" | "modified";
                                    /** @description ISO 8601-2 (EDTF level 1): 1985-07, 1998?, 199X, 1954/.. */
                                    edtf?: string;
                                    /** @description As the source has it: 1985.07, [1998?], 民国二十三年 */
                                    text: string;
                                }[];
                                /** @description International identifiers of the thing described */
                                identifiers: {
                                    /** @description isbn, issn, doi, ismn, csbn (统一书号), standard, urn, uri, handle, other */
                                    scheme: string;
                                    /** @description Normalised: ISBN as 13 digits, ISSN with hyphen, DOI in lower case */
                                    value: string;
                                    /** @description As the source has it, when that differs */
                                    text?: string;
                                    qualifier?: string;
                                    price?: string;
                                    /** @description Its check digit or form holds */
                                    valid: boolean;
                                    /** @description Given by the source as wrong or cancelled ($z) */
                                    cancelled?: boolean;
                                }[];
                            }[];
                            holdings: {
                                member: string;
                                memberName: string;
                                memberNameZh?: string;
                                /** @enum {unknown} */
                                memberStage: "trial" | "active" | "suspended" | "left";
                                source: string;
                                recordId: string;
                                sourceId: string;
                                /** @description The version that it is a copy of */
                                version: string;
                                holdings: {
                                    /** @description The source’s own id of it (barcode, item number); empty when it gives none */
                                    id?: string;
                                    /** @description Below the member, which the source names */
                                    organisation?: {
                                        /** @description 馆代码 or branch name */
                                        branch?: string;
                                        /** @description Shelf location, ISIL sub-location */
                                        location?: string;
                                    };
                                    callNumber?: {
                                        class?: string;
                                        item?: string;
                                        /** @description As on the spine */
                                        full: string;
                                    };
                                    /** @description Coverage or copies in words: 3册, v.1-12 (1990-2001) */
                                    statement?: string;
                                    /** @description Number of physical items */
                                    items?: number;
                                }[];
                                links: {
                                    /** @description Only web addresses; anything else becomes a note */
                                    href: string;
                                    label?: string;
                                    access?: {
                                        /** @enum {unknown} */
                                        kind: "open" | "licensed" | "onsite";
                                        package?: string;
                                        coverage?: {
                                            from?: string;
                                            to?: string;
                                            fromVolume?: string;
                                            toVolume?: string;
                                            fromIssue?: string;
                                            toIssue?: string;
                                            depth?: string;
                                            embargo?: string;
                                            note?: string;
                                        }[];
                                    };
                                }[];
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/works/{id}/citation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its citation */
        get: {
            parameters: {
                query?: {
                    style?: "gbt7714-2015" | "gbt7714-2025" | "bibtex" | "ris" | "csl-json";
                };
                header?: never;
                path: {
                    /** @description A work’s id; ids of works that merged lead to the work they became */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The citation in its own media type */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                        "application/x-bibtex": string;
                        "application/x-research-info-systems": string;
                        "application/vnd.citationstyles.csl+json": {
                            id: string;
                            type: string;
                        }[];
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/works/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why its records are one work, or why another is not the same */
        get: {
            parameters: {
                query?: {
                    /** @description Another work’s id: why the two are two */
                    beside?: string;
                };
                header?: never;
                path: {
                    /** @description A work’s id; ids of works that merged lead to the work they became */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            work: string;
                            records: {
                                id: string;
                                source: string;
                                sourceId: string;
                                version: string;
                            }[];
                            /** @description The strongest links that hold it together, with what each rests on; none for one record */
                            pairs: {
                                /** @description Of the pair, for a decision on it */
                                id: string;
                                /** @description A record */
                                a: string;
                                /** @description The other record */
                                b: string;
                                /**
                                 * @description One version of a work; one work; too alike to pass over, too unlike to join; two works, told where asked for
                                 * @enum {unknown}
                                 */
                                outcome: "version" | "work" | "grey" | "apart";
                                score: number;
                                /** @description Version of the rules */
                                rules: string;
                                evidence: {
                                    /** @description What was compared: title, volume, agents … */
                                    name: string;
                                    /** @description What the first record says in its own words; volumes, numbers and codes as compared */
                                    a?: string;
                                    /** @description What the second record says */
                                    b?: string;
                                    /** @enum {unknown} */
                                    agreement: "same" | "close" | "differs" | "unknown";
                                    /** @description Added to the score; negative speaks against */
                                    points: number;
                                    /**
                                     * @description It alone decides
                                     * @enum {unknown}
                                     */
                                    veto?: "version" | "work";
                                    reason?: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                /**
                                 * @description It has the points of one work, but titles that are too common or differ in a word need a number or makers that agree
                                 * @enum {boolean}
                                 */
                                unvouched?: true;
                                /** @description Why the link is not followed: librarian, size, or the trait in which the works differ */
                                cut?: string;
                            }[];
                            /** @description Of all links between its records */
                            links: number;
                            /** @description What is like its records and is another work, and why */
                            outside: {
                                /** @description Of the pair, for a decision on it */
                                id: string;
                                /** @description A record */
                                a: string;
                                /** @description The other record */
                                b: string;
                                /**
                                 * @description One version of a work; one work; too alike to pass over, too unlike to join; two works, told where asked for
                                 * @enum {unknown}
                                 */
                                outcome: "version" | "work" | "grey" | "apart";
                                score: number;
                                /** @description Version of the rules */
                                rules: string;
                                evidence: {
                                    /** @description What was compared: title, volume, agents … */
                                    name: string;
                                    /** @description What the first record says in its own words; volumes, numbers and codes as compared */
                                    a?: string;
                                    /** @description What the second record says */
                                    b?: string;
                                    /** @enum {unknown} */
                                    agreement: "same" | "close" | "differs" | "unknown";
                                    /** @description Added to the score; negative speaks against */
                                    points: number;
                                    /**
                                     * @description It alone decides
                                     * @enum {unknown}
                                     */
                                    veto?: "version" | "work";
                                    reason?: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                /**
                                 * @description It has the points of one work, but titles that are too common or differ in a word need a number or makers that agree
                                 * @enum {boolean}
                                 */
                                unvouched?: true;
                                /** @description Why the link is not followed: librarian, size, or the trait in which the works differ */
                                cut?: string;
                                work: string;
                            }[];
                            /** @description Decisions of librarians that stand, the newest first */
                            words: {
                                number: number;
                                /** @enum {unknown} */
                                kind: "split" | "merge" | "match";
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                at: string;
                                reason?: string;
                            }[];
                            /** @description The other work that was asked for, and its records compared with these by the rules of today, the likeliest pairs first; no pair where both ids lead to one work */
                            beside?: {
                                work: string;
                                pairs: {
                                    /** @description Of the pair, for a decision on it */
                                    id: string;
                                    /** @description A record */
                                    a: string;
                                    /** @description The other record */
                                    b: string;
                                    /**
                                     * @description One version of a work; one work; too alike to pass over, too unlike to join; two works, told where asked for
                                     * @enum {unknown}
                                     */
                                    outcome: "version" | "work" | "grey" | "apart";
                                    score: number;
                                    /** @description Version of the rules */
                                    rules: string;
                                    evidence: {
                                        /** @description What was compared: title, volume, agents … */
                                        name: string;
                                        /** @description What the first record says in its own words; volumes, numbers and codes as compared */
                                        a?: string;
                                        /** @description What the second record says */
                                        b?: string;
                                        /** @enum {unknown} */
                                        agreement: "same" | "close" | "differs" | "unknown";
                                        /** @description Added to the score; negative speaks against */
                                        points: number;
                                        /**
                                         * @description It alone decides
                                         * @enum {unknown}
                                         */
                                        veto?: "version" | "work";
                                        reason?: {
                                            en: string;
                                            zh: string;
                                        };
                                    }[];
                                    /**
                                     * @description It has the points of one work, but titles that are too common or differ in a word need a number or makers that agree
                                     * @enum {boolean}
                                     */
                                    unvouched?: true;
                                    /** @description Why the link is not followed: librarian, size, or the trait in which the works differ */
                                    cut?: string;
                                }[];
                            };
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pairs of records that may be one work, both side by side */
        get: {
            parameters: {
                query?: {
                    /** @description Waiting for a word; said; alike and kept apart */
                    state?: "open" | "decided" | "cut";
                    member?: string;
                    limit?: number;
                    /** @description A pair: those after it */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            matches: {
                                /** @description Of the pair, for a decision on it */
                                id: string;
                                /** @description A record */
                                a: string;
                                /** @description The other record */
                                b: string;
                                /**
                                 * @description One version of a work; one work; too alike to pass over, too unlike to join; two works, told where asked for
                                 * @enum {unknown}
                                 */
                                outcome: "version" | "work" | "grey" | "apart";
                                score: number;
                                /** @description Version of the rules */
                                rules: string;
                                evidence: {
                                    /** @description What was compared: title, volume, agents … */
                                    name: string;
                                    /** @description What the first record says in its own words; volumes, numbers and codes as compared */
                                    a?: string;
                                    /** @description What the second record says */
                                    b?: string;
                                    /** @enum {unknown} */
                                    agreement: "same" | "close" | "differs" | "unknown";
                                    /** @description Added to the score; negative speaks against */
                                    points: number;
                                    /**
                                     * @description It alone decides
                                     * @enum {unknown}
                                     */
                                    veto?: "version" | "work";
                                    reason?: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                /**
                                 * @description It has the points of one work, but titles that are too common or differ in a word need a number or makers that agree
                                 * @enum {boolean}
                                 */
                                unvouched?: true;
                                /** @description Why the link is not followed: librarian, size, or the trait in which the works differ */
                                cut?: string;
                                /** @description What a librarian said of the pair */
                                word?: {
                                    /** @description The decision, for its undoing */
                                    number: number;
                                    /** @enum {unknown} */
                                    says: "same" | "apart";
                                    by: string;
                                    /** Format: date-time */
                                    at: string;
                                    reason?: string;
                                };
                                records: {
                                    id: string;
                                    source: string;
                                    sourceId: string;
                                    member: string;
                                    memberName: string;
                                    memberNameZh?: string;
                                    work: string;
                                    description: {
                                        /**
                                         * @description What kind of thing it is, as readers would say it
                                         * @enum {unknown}
                                         */
                                        type: "book" | "serial" | "article" | "thesis" | "report" | "standard" | "patent" | "map" | "score" | "audio" | "video" | "image" | "archive" | "dataset" | "software" | "website" | "object" | "other";
                                        /** @description First: the title proper (kind original) */
                                        titles: {
                                            /** @description Title proper, without subtitle and ISBD punctuation */
                                            value: string;
                                            subtitle?: string;
                                            /** @description Part of a set that this title names: 第3卷, 唐代卷 */
                                            part?: {
                                                number?: string;
                                                name?: string;
                                            };
                                            /** @description Characters to skip when filing */
                                            nonfiling?: number;
                                            /** @description ISO 639-2/B, three letters */
                                            language?: string;
                                            /** @description ISO 15924, e.g. Hans, Hant, Latn */
                                            script?: string;
                                            /**
                                             * @description original: as it stands in the record; pinyin: its romanisation; parallel: the same in another language or script; variant: another form readers may look for
                                             * @enum {unknown}
                                             */
                                            kind: "original" | "pinyin" | "parallel" | "variant";
                                        }[];
                                        /** @description Statement of responsibility as on the item; not a heading */
                                        statement?: string;
                                        /** @description Persons, bodies and meetings with their roles */
                                        agents: {
                                            /** @description The first is the form the record uses as heading */
                                            names: {
                                                value: string;
                                                /** @description ISO 639-2/B, three letters */
                                                language?: string;
                                                /** @description ISO 15924, e.g. Hans, Hant, Latn */
                                                script?: string;
                                                /**
                                                 * @description original: as it stands in the record; pinyin: its romanisation; parallel: the same in another language or script; variant: another form readers may look for
                                                 * @enum {unknown}
                                                 */
                                                kind: "original" | "pinyin" | "parallel" | "variant";
                                            }[];
                                            /** @enum {unknown} */
                                            type: "person" | "organisation" | "meeting";
                                            /** @description MARC relator code: aut, edt, trl, ill, com, pbl … */
                                            role: string;
                                            /** @description The role in the record’s own words: 著, 编, 译 */
                                            roleText?: string;
                                            /** @description Main entry, or named first */
                                            main: boolean;
                                            /** @description Dates of life or activity, as in the source */
                                            dates?: string;
                                            authority?: {
                                                scheme: string;
                                                id: string;
                                            };
                                        }[];
                                        /** @description Languages of the text, of the original of a translation, of summaries */
                                        languages: {
                                            /** @description ISO 639-2/B, three letters */
                                            code: string;
                                            /** @enum {unknown} */
                                            role: "text" | "original" | "summary";
                                        }[];
                                        /** @description EDTF beside the source’s own words */
                                        dates: {
                                            /** @enum {unknown} */
                                            kind: "issued" | "copyright" | "created" | "original" | "modified";
                                            /** @description ISO 8601-2 (EDTF level 1): 1985-07, 1998?, 199X, 1954/.. */
                                            edtf?: string;
                                            /** @description As the source has it: 1985.07, [1998?], 民国二十三年 */
                                            text: string;
                                        }[];
                                        /** @description Place, publisher, date as stated */
                                        publication: {
                                            place?: string;
                                            publisher?: string;
                                            /** @description Source text; the reading of it stands in dates */
                                            date?: string;
                                        }[];
                                        /** @description Edition statement */
                                        edition?: string;
                                        /** @description Pages, volumes, duration; size */
                                        extent?: string;
                                        /** @description International identifiers of the thing described */
                                        identifiers: {
                                            /** @description isbn, issn, doi, ismn, csbn (统一书号), standard, urn, uri, handle, other */
                                            scheme: string;
                                            /** @description Normalised: ISBN as 13 digits, ISSN with hyphen, DOI in lower case */
                                            value: string;
                                            /** @description As the source has it, when that differs */
                                            text?: string;
                                            qualifier?: string;
                                            price?: string;
                                            /** @description Its check digit or form holds */
                                            valid: boolean;
                                            /** @description Given by the source as wrong or cancelled ($z) */
                                            cancelled?: boolean;
                                        }[];
                                        /** @description Numbers that agencies gave to descriptions of it */
                                        controlNumbers: {
                                            /** @description Who gave it: oclc, lccn, calis, nlc, an ISIL … */
                                            agency: string;
                                            number: string;
                                        }[];
                                        /** @description Subject headings with their scheme */
                                        subjects: {
                                            /** @description Heading with its subdivisions joined by " -- " */
                                            value: string;
                                            /** @enum {unknown} */
                                            kind: "topic" | "person" | "organisation" | "title" | "place" | "period" | "genre" | "keyword";
                                            /** @description lcsh, cct (中国分类主题词表), mesh, local … */
                                            scheme?: string;
                                            /** @description Each subdivision with its sense: CNMARC $y is place and $z period, MARC 21 the other way */
                                            parts?: {
                                                /** @enum {unknown} */
                                                kind: "topic" | "place" | "period" | "form" | "name";
                                                value: string;
                                            }[];
                                            authority?: {
                                                scheme: string;
                                                id: string;
                                            };
                                            /** @description Other forms of the heading, from its authority record */
                                            variants?: {
                                                value: string;
                                                /** @description ISO 639-2/B, three letters */
                                                language?: string;
                                                /** @description ISO 15924, e.g. Hans, Hant, Latn */
                                                script?: string;
                                                /**
                                                 * @description original: as it stands in the record; pinyin: its romanisation; parallel: the same in another language or script; variant: another form readers may look for
                                                 * @enum {unknown}
                                                 */
                                                kind: "original" | "pinyin" | "parallel" | "variant";
                                            }[];
                                        }[];
                                        /** @description Classification numbers; scheme clc is 中图法 */
                                        classes: {
                                            /** @description clc (中图法), ddc, lcc, udc, cas (科图法) … */
                                            scheme: string;
                                            value: string;
                                            edition?: string;
                                        }[];
                                        /** @description Series, sets and volumes, hosts, earlier and later titles */
                                        relations: {
                                            /** @enum {unknown} */
                                            kind: "series" | "set" | "part" | "host" | "earlier" | "later" | "translation-of" | "other-edition" | "supplement" | "related";
                                            title?: string;
                                            /** @description Number within it: 第3辑, v. 2, pages of an article */
                                            number?: string;
                                            identifiers?: {
                                                /** @description isbn, issn, doi, ismn, csbn (统一书号), standard, urn, uri, handle, other */
                                                scheme: string;
                                                /** @description Normalised: ISBN as 13 digits, ISSN with hyphen, DOI in lower case */
                                                value: string;
                                                /** @description As the source has it, when that differs */
                                                text?: string;
                                                qualifier?: string;
                                                price?: string;
                                                /** @description Its check digit or form holds */
                                                valid: boolean;
                                                /** @description Given by the source as wrong or cancelled ($z) */
                                                cancelled?: boolean;
                                            }[];
                                        }[];
                                        /** @description Summaries */
                                        abstracts: {
                                            value: string;
                                            /** @description ISO 639-2/B, three letters */
                                            language?: string;
                                        }[];
                                        /** @description Notes, each with its kind where known */
                                        notes: {
                                            /** @description contents, general, language, thesis … */
                                            kind?: string;
                                            value: string;
                                        }[];
                                        /** @description Where it can be read, with the access it takes */
                                        links: {
                                            /** @description Only web addresses; anything else becomes a note */
                                            href: string;
                                            label?: string;
                                            access?: {
                                                /** @enum {unknown} */
                                                kind: "open" | "licensed" | "onsite";
                                                package?: string;
                                                coverage?: {
                                                    from?: string;
                                                    to?: string;
                                                    fromVolume?: string;
                                                    toVolume?: string;
                                                    fromIssue?: string;
                                                    toIssue?: string;
                                                    depth?: string;
                                                    embargo?: string;
                                                    note?: string;
                                                }[];
                                            };
                                        }[];
                                        /** @description Digital parts of it */
                                        media?: {
                                            /** @enum {unknown} */
                                            kind: "text" | "image" | "sound" | "video";
                                            href: string;
                                            /** @description Media type (IANA) */
                                            format?: string;
                                        }[];
                                        /** @description Rights statement of the thing described */
                                        licence?: {
                                            uri?: string;
                                            text?: string;
                                        };
                                        /** @description The copies the source says it has */
                                        holdings: {
                                            /** @description The source’s own id of it (barcode, item number); empty when it gives none */
                                            id?: string;
                                            /** @description Below the member, which the source names */
                                            organisation?: {
                                                /** @description 馆代码 or branch name */
                                                branch?: string;
                                                /** @description Shelf location, ISIL sub-location */
                                                location?: string;
                                            };
                                            callNumber?: {
                                                class?: string;
                                                item?: string;
                                                /** @description As on the spine */
                                                full: string;
                                            };
                                            /** @description Coverage or copies in words: 3册, v.1-12 (1990-2001) */
                                            statement?: string;
                                            /** @description Number of physical items */
                                            items?: number;
                                        }[];
                                        /** @description For each field above, the source’s fields it came from: { titles: ["200$a", "200$e"] } */
                                        provenance: {
                                            [key: string]: string[];
                                        };
                                    };
                                }[];
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was joined, by member */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            works: number;
                            /** @description Works of records of several sources */
                            sharedWorks: number;
                            largest?: {
                                work: string;
                                records: number;
                            };
                            /** @description Pairs that wait for a librarian */
                            open: number;
                            /** @description Links that would have joined what does not belong together */
                            cut: number;
                            /** @description Decisions that stand */
                            words: number;
                            members: {
                                member: string;
                                records: number;
                                /** @description Of them, those in a work with records of other sources */
                                joined: number;
                                works: number;
                            }[];
                            /** @description What so many records share that not all are compared; over: that it joins nothing */
                            crowds: {
                                kind: string;
                                value: string;
                                isOver: boolean;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether a pair is one work; it outranks the rules */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A pair */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        says: "same" | "apart";
                        /** @description The decision that stood on the pair when it was looked at, 0 for none; where another stands by now: 409 MATCH_DECIDED */
                        seen?: number;
                        /** @description For those who ask why */
                        reason?: string;
                        /** @description Only say what would become of the works */
                        preview?: boolean;
                    };
                };
            };
            responses: {
                /** @description Works that the decision changes, as they were and as they are */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The decision, for its undoing; of a preview none */
                            word?: number;
                            before: {
                                /** @description The work */
                                id: string;
                                records: {
                                    id: string;
                                    source: string;
                                    sourceId: string;
                                    title: string;
                                }[];
                            }[];
                            after: {
                                /** @description The work */
                                id: string;
                                records: {
                                    id: string;
                                    source: string;
                                    sourceId: string;
                                    title: string;
                                }[];
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/works/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Some of its records are another work */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A work */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Records that are another work */
                        records: string[];
                        /** @description For those who ask why */
                        reason?: string;
                        /** @description Only say what would become of the works */
                        preview?: boolean;
                    };
                };
            };
            responses: {
                /** @description Works that the decision changes, as they were and as they are */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The decision, for its undoing; of a preview none */
                            word?: number;
                            before: {
                                /** @description The work */
                                id: string;
                                records: {
                                    id: string;
                                    source: string;
                                    sourceId: string;
                                    title: string;
                                }[];
                            }[];
                            after: {
                                /** @description The work */
                                id: string;
                                records: {
                                    id: string;
                                    source: string;
                                    sourceId: string;
                                    title: string;
                                }[];
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/works/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Other works are this one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A work */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Works that are this one */
                        works: string[];
                        /** @description For those who ask why */
                        reason?: string;
                        /** @description Only say what would become of the works */
                        preview?: boolean;
                    };
                };
            };
            responses: {
                /** @description Works that the decision changes, as they were and as they are */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The decision, for its undoing; of a preview none */
                            word?: number;
                            before: {
                                /** @description The work */
                                id: string;
                                records: {
                                    id: string;
                                    source: string;
                                    sourceId: string;
                                    title: string;
                                }[];
                            }[];
                            after: {
                                /** @description The work */
                                id: string;
                                records: {
                                    id: string;
                                    source: string;
                                    sourceId: string;
                                    title: string;
                                }[];
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/works/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a decision on it back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A work */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The decision; left out, the newest on this work */
                        word?: number;
                        /** @description Only say what would become of the works */
                        preview?: boolean;
                    };
                };
            };
            responses: {
                /** @description Works that the decision changes, as they were and as they are */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The decision, for its undoing; of a preview none */
                            word?: number;
                            before: {
                                /** @description The work */
                                id: string;
                                records: {
                                    id: string;
                                    source: string;
                                    sourceId: string;
                                    title: string;
                                }[];
                            }[];
                            after: {
                                /** @description The work */
                                id: string;
                                records: {
                                    id: string;
                                    source: string;
                                    sourceId: string;
                                    title: string;
                                }[];
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The canonical record */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A record’s id, as a hit’s holdings give it */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Derived from source and sourceId alone */
                            id: string;
                            /** @description member/name */
                            source: string;
                            /** @description The source’s own identifier: 001, OAI identifier, title_id */
                            sourceId: string;
                            /** @description Vocabulary it came in: marc21, cnmarc, dublin-core, kbart, mods, pica, mab2, csv */
                            format: string;
                            /** @description Rises with each change of content */
                            version: number;
                            /** Format: date-time */
                            updatedAt: string;
                            description: {
                                /**
                                 * @description What kind of thing it is, as readers would say it
                                 * @enum {unknown}
                                 */
                                type: "book" | "serial" | "article" | "thesis" | "report" | "standard" | "patent" | "map" | "score" | "audio" | "video" | "image" | "archive" | "dataset" | "software" | "website" | "object" | "other";
                                /** @description First: the title proper (kind original) */
                                titles: {
                                    /** @description Title proper, without subtitle and ISBD punctuation */
                                    value: string;
                                    subtitle?: string;
                                    /** @description Part of a set that this title names: 第3卷, 唐代卷 */
                                    part?: {
                                        number?: string;
                                        name?: string;
                                    };
                                    /** @description Characters to skip when filing */
                                    nonfiling?: number;
                                    /** @description ISO 639-2/B, three letters */
                                    language?: string;
                                    /** @description ISO 15924, e.g. Hans, Hant, Latn */
                                    script?: string;
                                    /**
                                     * @description original: as it stands in the record; pinyin: its romanisation; parallel: the same in another language or script; variant: another form readers may look for
                                     * @enum {unknown}
                                     */
                                    kind: "original" | "pinyin" | "parallel" | "variant";
                                }[];
                                /** @description Statement of responsibility as on the item; not a heading */
                                statement?: string;
                                /** @description Persons, bodies and meetings with their roles */
                                agents: {
                                    /** @description The first is the form the record uses as heading */
                                    names: {
                                        value: string;
                                        /** @description ISO 639-2/B, three letters */
                                        language?: string;
                                        /** @description ISO 15924, e.g. Hans, Hant, Latn */
                                        script?: string;
                                        /**
                                         * @description original: as it stands in the record; pinyin: its romanisation; parallel: the same in another language or script; variant: another form readers may look for
                                         * @enum {unknown}
                                         */
                                        kind: "original" | "pinyin" | "parallel" | "variant";
                                    }[];
                                    /** @enum {unknown} */
                                    type: "person" | "organisation" | "meeting";
                                    /** @description MARC relator code: aut, edt, trl, ill, com, pbl … */
                                    role: string;
                                    /** @description The role in the record’s own words: 著, 编, 译 */
                                    roleText?: string;
                                    /** @description Main entry, or named first */
                                    main: boolean;
                                    /** @description Dates of life or activity, as in the source */
                                    dates?: string;
                                    authority?: {
                                        scheme: string;
                                        id: string;
                                    };
                                }[];
                                /** @description Languages of the text, of the original of a translation, of summaries */
                                languages: {
                                    /** @description ISO 639-2/B, three letters */
                                    code: string;
                                    /** @enum {unknown} */
                                    role: "text" | "original" | "summary";
                                }[];
                                /** @description EDTF beside the source’s own words */
                                dates: {
                                    /** @enum {unknown} */
                                    kind: "issued" | "copyright" | "created" | "original" | "modified";
                                    /** @description ISO 8601-2 (EDTF level 1): 1985-07, 1998?, 199X, 1954/.. */
                                    edtf?: string;
                                    /** @description As the source has it: 1985.07, [1998?], 民国二十三年 */
                                    text: string;
                                }[];
                                /** @description Place, publisher, date as stated */
                                publication: {
                                    place?: string;
                                    publisher?: string;
                                    /** @description Source text; the reading of it stands in dates */
                                    date?: string;
                                }[];
                                /** @description Edition statement */
                                edition?: string;
                                /** @description Pages, volumes, duration; size */
                                extent?: string;
                                /** @description International identifiers of the thing described */
                                identifiers: {
                                    /** @description isbn, issn, doi, ismn, csbn (统一书号), standard, urn, uri, handle, other */
                                    scheme: string;
                                    /** @description Normalised: ISBN as 13 digits, ISSN with hyphen, DOI in lower case */
                                    value: string;
                                    /** @description As the source has it, when that differs */
                                    text?: string;
                                    qualifier?: string;
                                    price?: string;
                                    /** @description Its check digit or form holds */
                                    valid: boolean;
                                    /** @description Given by the source as wrong or cancelled ($z) */
                                    cancelled?: boolean;
                                }[];
                                /** @description Numbers that agencies gave to descriptions of it */
                                controlNumbers: {
                                    /** @description Who gave it: oclc, lccn, calis, nlc, an ISIL … */
                                    agency: string;
                                    number: string;
                                }[];
                                /** @description Subject headings with their scheme */
                                subjects: {
                                    /** @description Heading with its subdivisions joined by " -- " */
                                    value: string;
                                    /** @enum {unknown} */
                                    kind: "topic" | "person" | "organisation" | "title" | "place" | "period" | "genre" | "keyword";
                                    /** @description lcsh, cct (中国分类主题词表), mesh, local … */
                                    scheme?: string;
                                    /** @description Each subdivision with its sense: CNMARC $y is place and $z period, MARC 21 the other way */
                                    parts?: {
                                        /** @enum {unknown} */
                                        kind: "topic" | "place" | "period" | "form" | "name";
                                        value: string;
                                    }[];
                                    authority?: {
                                        scheme: string;
                                        id: string;
                                    };
                                    /** @description Other forms of the heading, from its authority record */
                                    variants?: {
                                        value: string;
                                        /** @description ISO 639-2/B, three letters */
                                        language?: string;
                                        /** @description ISO 15924, e.g. Hans, Hant, Latn */
                                        script?: string;
                                        /**
                                         * @description original: as it stands in the record; pinyin: its romanisation; parallel: the same in another language or script; variant: another form readers may look for
                                         * @enum {unknown}
                                         */
                                        kind: "original" | "pinyin" | "parallel" | "variant";
                                    }[];
                                }[];
                                /** @description Classification numbers; scheme clc is 中图法 */
                                classes: {
                                    /** @description clc (中图法), ddc, lcc, udc, cas (科图法) … */
                                    scheme: string;
                                    value: string;
                                    edition?: string;
                                }[];
                                /** @description Series, sets and volumes, hosts, earlier and later titles */
                                relations: {
                                    /** @enum {unknown} */
                                    kind: "series" | "set" | "part" | "host" | "earlier" | "later" | "translation-of" | "other-edition" | "supplement" | "related";
                                    title?: string;
                                    /** @description Number within it: 第3辑, v. 2, pages of an article */
                                    number?: string;
                                    identifiers?: {
                                        /** @description isbn, issn, doi, ismn, csbn (统一书号), standard, urn, uri, handle, other */
                                        scheme: string;
                                        /** @description Normalised: ISBN as 13 digits, ISSN with hyphen, DOI in lower case */
                                        value: string;
                                        /** @description As the source has it, when that differs */
                                        text?: string;
                                        qualifier?: string;
                                        price?: string;
                                        /** @description Its check digit or form holds */
                                        valid: boolean;
                                        /** @description Given by the source as wrong or cancelled ($z) */
                                        cancelled?: boolean;
                                    }[];
                                }[];
                                /** @description Summaries */
                                abstracts: {
                                    value: string;
                                    /** @description ISO 639-2/B, three letters */
                                    language?: string;
                                }[];
                                /** @description Notes, each with its kind where known */
                                notes: {
                                    /** @description contents, general, language, thesis … */
                                    kind?: string;
                                    value: string;
                                }[];
                                /** @description Where it can be read, with the access it takes */
                                links: {
                                    /** @description Only web addresses; anything else becomes a note */
                                    href: string;
                                    label?: string;
                                    access?: {
                                        /** @enum {unknown} */
                                        kind: "open" | "licensed" | "onsite";
                                        package?: string;
                                        coverage?: {
                                            from?: string;
                                            to?: string;
                                            fromVolume?: string;
                                            toVolume?: string;
                                            fromIssue?: string;
                                            toIssue?: string;
                                            depth?: string;
                                            embargo?: string;
                                            note?: string;
                                        }[];
                                    };
                                }[];
                                /** @description Digital parts of it */
                                media?: {
                                    /** @enum {unknown} */
                                    kind: "text" | "image" | "sound" | "video";
                                    href: string;
                                    /** @description Media type (IANA) */
                                    format?: string;
                                }[];
                                /** @description Rights statement of the thing described */
                                licence?: {
                                    uri?: string;
                                    text?: string;
                                };
                                /** @description The copies the source says it has */
                                holdings: {
                                    /** @description The source’s own id of it (barcode, item number); empty when it gives none */
                                    id?: string;
                                    /** @description Below the member, which the source names */
                                    organisation?: {
                                        /** @description 馆代码 or branch name */
                                        branch?: string;
                                        /** @description Shelf location, ISIL sub-location */
                                        location?: string;
                                    };
                                    callNumber?: {
                                        class?: string;
                                        item?: string;
                                        /** @description As on the spine */
                                        full: string;
                                    };
                                    /** @description Coverage or copies in words: 3册, v.1-12 (1990-2001) */
                                    statement?: string;
                                    /** @description Number of physical items */
                                    items?: number;
                                }[];
                                /** @description For each field above, the source’s fields it came from: { titles: ["200$a", "200$e"] } */
                                provenance: {
                                    [key: string]: string[];
                                };
                            };
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/records/{id}/provenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its lineage: each step it went through */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A record’s id, as a hit’s holdings give it */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: string;
                            source: string;
                            sourceId: string;
                            steps: {
                                /** @enum {unknown} */
                                step: "harvested" | "kept" | "described" | "checked" | "stored" | "joined";
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                at: string;
                                run?: string;
                                by: string;
                                details?: {
                                    [key: string]: unknown;
                                };
                            }[];
                            fields: {
                                [key: string]: string[];
                            };
                            warnings: {
                                /** @description Stable code of the rule */
                                code: string;
                                /** @description What was expected and what came, in English */
                                detail: string;
                                /** @description The same in Chinese */
                                detailZh?: string;
                                /** @description Field it was found in: 245, 200$a, leader/12-16, titles/0 */
                                path?: string;
                                expected?: string;
                                got?: string;
                                /** @description Byte offset inside the record */
                                offset?: number;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/records/{id}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes it came from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A record’s id, as a hit’s holdings give it */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As the source sent them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs, the latest first */
        get: {
            parameters: {
                query?: {
                    /** @description member/name; a member alone means its source main */
                    source?: string;
                    limit?: number;
                    /** @description A run’s id: those before it */
                    before?: string;
                    /** @description true: those with deletions that wait for a person */
                    held?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            runs: {
                                run: string;
                                member: string;
                                /** @description member/name */
                                source: string;
                                /** @enum {unknown} */
                                kind: "import" | "harvest" | "push" | "retry";
                                /** @enum {unknown} */
                                state: "running" | "finished" | "failed" | "cancelled";
                                /** Format: date-time */
                                startedAt: string;
                                /** Format: date-time */
                                finishedAt?: string;
                                read: number;
                                accepted: number;
                                warned: number;
                                quarantined: number;
                                deleted: number;
                                unchanged: number;
                                empty: number;
                                /** @description Works written to the search index */
                                indexed: number;
                                /** @description Accepted, and then replaced by another record that came under the same identifier in the same run */
                                replaced?: number;
                                /** @description Absent from a full list: proposed for deletion, not deleted */
                                missing?: number;
                                /** @description Deletions, told or by absence, over the brake: they wait for a person. Those told are part of deleted */
                                held?: number;
                                /** @description Part of deleted: told, and the records are there, since the deletions wait for a person, were refused or undone */
                                undeleted?: number;
                                /** @description Quarantined by code */
                                setAside?: {
                                    [key: string]: number;
                                };
                                /** @description Pages read */
                                pages?: number;
                                /** @description Records that the source says there are */
                                total?: number;
                                /** @description Of a run under way: what it waits for */
                                waiting?: {
                                    /** Format: date-time */
                                    until: string;
                                    seconds: number;
                                    why: string;
                                    /** @description In Chinese, where it is known */
                                    whyZh?: string;
                                };
                                seconds: number;
                                notes?: string[];
                                notesZh?: string[];
                                error?: {
                                    code: string;
                                    detail: string;
                                    /** @description In Chinese, where it is known */
                                    detailZh?: string;
                                };
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes pushed by a member: a list of them, or a whole file as it is
         * @description The id is member/name with the slash encoded (%2F). The same bytes sent again change nothing.
         */
        post: {
            parameters: {
                query?: {
                    format?: "marc21" | "cnmarc" | "dublin-core" | "kbart" | "mods" | "pica" | "mab2" | "csv";
                };
                header?: never;
                path: {
                    /** @description member%2Fname */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        changes: ({
                            /** @enum {string} */
                            op: "put";
                            /**
                             * @description Left out: bib
                             * @enum {unknown}
                             */
                            kind?: "bib" | "authority" | "holding";
                            /** @description the source’s own identifier, without NUL */
                            sourceId?: string;
                            /** @enum {unknown} */
                            format: "marc21" | "cnmarc" | "dublin-core" | "kbart" | "mods" | "pica" | "mab2" | "csv";
                            /** @description Base 64 of the record */
                            bytes: string;
                            /** Format: date-time */
                            stamp?: string;
                        } | {
                            /** @enum {string} */
                            op: "delete";
                            /**
                             * @description Left out: bib
                             * @enum {unknown}
                             */
                            kind?: "bib" | "authority" | "holding";
                            /** @description the source’s own identifier, without NUL */
                            sourceId: string;
                            /** Format: date-time */
                            stamp?: string;
                        })[];
                    };
                    "application/octet-stream": unknown;
                    "application/marc": unknown;
                    "application/marcxml+xml": unknown;
                    "application/marc+json": unknown;
                    "application/mods+xml": unknown;
                    "application/x-ndjson": unknown;
                    "application/xml": unknown;
                    "text/csv": unknown;
                    "text/plain": unknown;
                    "text/tab-separated-values": unknown;
                    "text/xml": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: string;
                            member: string;
                            /** @description member/name */
                            source: string;
                            /** @enum {unknown} */
                            kind: "import" | "harvest" | "push" | "retry";
                            /** @enum {unknown} */
                            state: "running" | "finished" | "failed" | "cancelled";
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            finishedAt?: string;
                            read: number;
                            accepted: number;
                            warned: number;
                            quarantined: number;
                            deleted: number;
                            unchanged: number;
                            empty: number;
                            /** @description Works written to the search index */
                            indexed: number;
                            /** @description Accepted, and then replaced by another record that came under the same identifier in the same run */
                            replaced?: number;
                            /** @description Absent from a full list: proposed for deletion, not deleted */
                            missing?: number;
                            /** @description Deletions, told or by absence, over the brake: they wait for a person. Those told are part of deleted */
                            held?: number;
                            /** @description Part of deleted: told, and the records are there, since the deletions wait for a person, were refused or undone */
                            undeleted?: number;
                            /** @description Quarantined by code */
                            setAside?: {
                                [key: string]: number;
                            };
                            /** @description Pages read */
                            pages?: number;
                            /** @description Records that the source says there are */
                            total?: number;
                            /** @description Of a run under way: what it waits for */
                            waiting?: {
                                /** Format: date-time */
                                until: string;
                                seconds: number;
                                why: string;
                                /** @description In Chinese, where it is known */
                                whyZh?: string;
                            };
                            seconds: number;
                            notes?: string[];
                            notesZh?: string[];
                            error?: {
                                code: string;
                                detail: string;
                                /** @description In Chinese, where it is known */
                                detailZh?: string;
                            };
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run, beside the one before it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A run */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: string;
                            member: string;
                            /** @description member/name */
                            source: string;
                            /** @enum {unknown} */
                            kind: "import" | "harvest" | "push" | "retry";
                            /** @enum {unknown} */
                            state: "running" | "finished" | "failed" | "cancelled";
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            finishedAt?: string;
                            read: number;
                            accepted: number;
                            warned: number;
                            quarantined: number;
                            deleted: number;
                            unchanged: number;
                            empty: number;
                            /** @description Works written to the search index */
                            indexed: number;
                            /** @description Accepted, and then replaced by another record that came under the same identifier in the same run */
                            replaced?: number;
                            /** @description Absent from a full list: proposed for deletion, not deleted */
                            missing?: number;
                            /** @description Deletions, told or by absence, over the brake: they wait for a person. Those told are part of deleted */
                            held?: number;
                            /** @description Part of deleted: told, and the records are there, since the deletions wait for a person, were refused or undone */
                            undeleted?: number;
                            /** @description Quarantined by code */
                            setAside?: {
                                [key: string]: number;
                            };
                            /** @description Pages read */
                            pages?: number;
                            /** @description Records that the source says there are */
                            total?: number;
                            /** @description Of a run under way: what it waits for */
                            waiting?: {
                                /** Format: date-time */
                                until: string;
                                seconds: number;
                                why: string;
                                /** @description In Chinese, where it is known */
                                whyZh?: string;
                            };
                            seconds: number;
                            notes?: string[];
                            notesZh?: string[];
                            error?: {
                                code: string;
                                detail: string;
                                /** @description In Chinese, where it is known */
                                detailZh?: string;
                            };
                            /** @description What became of the deletions it proposed: state → records */
                            deletions: {
                                proposed?: number;
                                held?: number;
                                deleted?: number;
                                undone?: number;
                                refused?: number;
                                lapsed?: number;
                            };
                            /**
                             * Format: date-time
                             * @description Until then what it deleted can be taken back
                             */
                            undoUntil?: string;
                            previous?: {
                                run: string;
                                member: string;
                                /** @description member/name */
                                source: string;
                                /** @enum {unknown} */
                                kind: "import" | "harvest" | "push" | "retry";
                                /** @enum {unknown} */
                                state: "running" | "finished" | "failed" | "cancelled";
                                /** Format: date-time */
                                startedAt: string;
                                /** Format: date-time */
                                finishedAt?: string;
                                read: number;
                                accepted: number;
                                warned: number;
                                quarantined: number;
                                deleted: number;
                                unchanged: number;
                                empty: number;
                                /** @description Works written to the search index */
                                indexed: number;
                                /** @description Accepted, and then replaced by another record that came under the same identifier in the same run */
                                replaced?: number;
                                /** @description Absent from a full list: proposed for deletion, not deleted */
                                missing?: number;
                                /** @description Deletions, told or by absence, over the brake: they wait for a person. Those told are part of deleted */
                                held?: number;
                                /** @description Part of deleted: told, and the records are there, since the deletions wait for a person, were refused or undone */
                                undeleted?: number;
                                /** @description Quarantined by code */
                                setAside?: {
                                    [key: string]: number;
                                };
                                /** @description Pages read */
                                pages?: number;
                                /** @description Records that the source says there are */
                                total?: number;
                                /** @description Of a run under way: what it waits for */
                                waiting?: {
                                    /** Format: date-time */
                                    until: string;
                                    seconds: number;
                                    why: string;
                                    /** @description In Chinese, where it is known */
                                    whyZh?: string;
                                };
                                seconds: number;
                                notes?: string[];
                                notesZh?: string[];
                                error?: {
                                    code: string;
                                    detail: string;
                                    /** @description In Chinese, where it is known */
                                    detailZh?: string;
                                };
                            };
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/deletions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records that a run proposed to delete, and what became of each */
        get: {
            parameters: {
                query?: {
                    /** @description lapsed: the record came again, or another run deleted it */
                    state?: "proposed" | "held" | "deleted" | "undone" | "refused" | "lapsed";
                    limit?: number;
                    /** @description A record’s id: those after it */
                    after?: string;
                };
                header?: never;
                path: {
                    /** @description A run */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            deletions: {
                                recordId: string;
                                sourceId: string;
                                title: string;
                                /**
                                 * @description Told by the source, or absent from its full list
                                 * @enum {unknown}
                                 */
                                why: "told" | "absent";
                                /**
                                 * @description lapsed: the record came again, or another run deleted it
                                 * @enum {unknown}
                                 */
                                state: "proposed" | "held" | "deleted" | "undone" | "refused" | "lapsed";
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                at: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Carry out the deletions of a run that were held */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A run */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: string;
                            /** @description Records deleted, kept, or given back */
                            done: number;
                            /** @description Left as they are: something was heard of them later */
                            left: number;
                            /** @description Some of those left */
                            leftRecords: {
                                recordId: string;
                                sourceId: string;
                                /** @enum {unknown} */
                                why: "came-again" | "deleted-since";
                                /** @description The run that changed or deleted it */
                                run: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep the records that a run’s held deletions would take away */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A run */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: string;
                            /** @description Records deleted, kept, or given back */
                            done: number;
                            /** @description Left as they are: something was heard of them later */
                            left: number;
                            /** @description Some of those left */
                            leftRecords: {
                                recordId: string;
                                sourceId: string;
                                /** @enum {unknown} */
                                why: "came-again" | "deleted-since";
                                /** @description The run that changed or deleted it */
                                run: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give back what a run deleted, as it was */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A run */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: string;
                            /** @description Records deleted, kept, or given back */
                            done: number;
                            /** @description Left as they are: something was heard of them later */
                            left: number;
                            /** @description Some of those left */
                            leftRecords: {
                                recordId: string;
                                sourceId: string;
                                /** @enum {unknown} */
                                why: "came-again" | "deleted-since";
                                /** @description The run that changed or deleted it */
                                run: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a run under way at the next safe place; the next harvest goes on there */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description A run */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: string;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records that were set aside, each with its reason */
        get: {
            parameters: {
                query?: {
                    /** @description member/name; a member alone means its source main */
                    source?: string;
                    code?: string;
                    state?: "open" | "resolved";
                    limit?: number;
                    after?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            quarantine: {
                                number: number;
                                source: string;
                                sourceId?: string;
                                run: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                at: string;
                                offset?: number;
                                /** @enum {unknown} */
                                format?: "marc21" | "cnmarc" | "dublin-core" | "kbart" | "mods" | "pica" | "mab2" | "csv";
                                /**
                                 * @description What it came in, and can be exported as
                                 * @enum {unknown}
                                 */
                                carrier: "iso2709" | "xml" | "json" | "table" | "rows" | "text";
                                size: number;
                                finding: {
                                    /** @description Stable code of the rule */
                                    code: string;
                                    /** @description What was expected and what came, in English */
                                    detail: string;
                                    /** @description The same in Chinese */
                                    detailZh?: string;
                                    /** @description Field it was found in: 245, 200$a, leader/12-16, titles/0 */
                                    path?: string;
                                    expected?: string;
                                    got?: string;
                                    /** @description Byte offset inside the record */
                                    offset?: number;
                                };
                                /** @enum {unknown} */
                                state: "open" | "resolved";
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same by cause and source: how many, an example, how to mend them */
        get: {
            parameters: {
                query?: {
                    /** @description member/name; a member alone means its source main */
                    source?: string;
                    code?: string;
                    state?: "open" | "resolved";
                    limit?: number;
                    offset?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            groups: {
                                code: string;
                                source: string;
                                count: number;
                                example: {
                                    number: number;
                                    source: string;
                                    sourceId?: string;
                                    run: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                    offset?: number;
                                    /** @enum {unknown} */
                                    format?: "marc21" | "cnmarc" | "dublin-core" | "kbart" | "mods" | "pica" | "mab2" | "csv";
                                    /**
                                     * @description What it came in, and can be exported as
                                     * @enum {unknown}
                                     */
                                    carrier: "iso2709" | "xml" | "json" | "table" | "rows" | "text";
                                    size: number;
                                    finding: {
                                        /** @description Stable code of the rule */
                                        code: string;
                                        /** @description What was expected and what came, in English */
                                        detail: string;
                                        /** @description The same in Chinese */
                                        detailZh?: string;
                                        /** @description Field it was found in: 245, 200$a, leader/12-16, titles/0 */
                                        path?: string;
                                        expected?: string;
                                        got?: string;
                                        /** @description Byte offset inside the record */
                                        offset?: number;
                                    };
                                    /** @enum {unknown} */
                                    state: "open" | "resolved";
                                };
                                remedy?: {
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                    explanation: {
                                        en: string;
                                        zh: string;
                                    };
                                    mend: {
                                        en: string;
                                        zh: string;
                                    };
                                    /** @description What one such record costs readers: 10 it is not found, 1 a formality */
                                    weight: number;
                                };
                            }[];
                            /** @description What all of them came in, also those of other pages: an export makes a file of each */
                            carriers: ("iso2709" | "xml" | "json" | "table" | "rows" | "text")[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each run of a source set aside anew, resolved, and left open */
        get: {
            parameters: {
                query: {
                    /** @description member/name; a member alone means its source main */
                    source: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            runs: {
                                run: string;
                                /** @description When the run began */
                                at: string;
                                new: number;
                                resolved: number;
                                /** @description After the run */
                                open: number;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them with its bytes, the place marked, and how to mend it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            source: string;
                            sourceId?: string;
                            run: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            at: string;
                            offset?: number;
                            /** @enum {unknown} */
                            format?: "marc21" | "cnmarc" | "dublin-core" | "kbart" | "mods" | "pica" | "mab2" | "csv";
                            /**
                             * @description What it came in, and can be exported as
                             * @enum {unknown}
                             */
                            carrier: "iso2709" | "xml" | "json" | "table" | "rows" | "text";
                            size: number;
                            finding: {
                                /** @description Stable code of the rule */
                                code: string;
                                /** @description What was expected and what came, in English */
                                detail: string;
                                /** @description The same in Chinese */
                                detailZh?: string;
                                /** @description Field it was found in: 245, 200$a, leader/12-16, titles/0 */
                                path?: string;
                                expected?: string;
                                got?: string;
                                /** @description Byte offset inside the record */
                                offset?: number;
                            };
                            /** @enum {unknown} */
                            state: "open" | "resolved";
                            remedy?: {
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                explanation: {
                                    en: string;
                                    zh: string;
                                };
                                mend: {
                                    en: string;
                                    zh: string;
                                };
                                /** @description What one such record costs readers: 10 it is not found, 1 a formality */
                                weight: number;
                            };
                            shown: {
                                /** @description Of the whole record, in bytes */
                                size: number;
                                from: number;
                                to: number;
                                place?: {
                                    from: number;
                                    /** @description Exclusive */
                                    to: number;
                                };
                                rows: {
                                    at: number;
                                    hex: string;
                                    text: string;
                                    mark?: {
                                        from: number;
                                        /** @description Exclusive */
                                        to: number;
                                    };
                                }[];
                                text: {
                                    encoding: string;
                                    before: string;
                                    marked: string;
                                    after: string;
                                };
                                /** @description A MARC record in readable form, as far as it can be read */
                                fields?: {
                                    text: string;
                                    isMarked: boolean;
                                }[];
                            };
                            /** @description Base 64 */
                            bytes: string;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        /** The same record as it was mended, read in its place */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: string;
                            member: string;
                            /** @description member/name */
                            source: string;
                            /** @enum {unknown} */
                            kind: "import" | "harvest" | "push" | "retry";
                            /** @enum {unknown} */
                            state: "running" | "finished" | "failed" | "cancelled";
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            finishedAt?: string;
                            read: number;
                            accepted: number;
                            warned: number;
                            quarantined: number;
                            deleted: number;
                            unchanged: number;
                            empty: number;
                            /** @description Works written to the search index */
                            indexed: number;
                            /** @description Accepted, and then replaced by another record that came under the same identifier in the same run */
                            replaced?: number;
                            /** @description Absent from a full list: proposed for deletion, not deleted */
                            missing?: number;
                            /** @description Deletions, told or by absence, over the brake: they wait for a person. Those told are part of deleted */
                            held?: number;
                            /** @description Part of deleted: told, and the records are there, since the deletions wait for a person, were refused or undone */
                            undeleted?: number;
                            /** @description Quarantined by code */
                            setAside?: {
                                [key: string]: number;
                            };
                            /** @description Pages read */
                            pages?: number;
                            /** @description Records that the source says there are */
                            total?: number;
                            /** @description Of a run under way: what it waits for */
                            waiting?: {
                                /** Format: date-time */
                                until: string;
                                seconds: number;
                                why: string;
                                /** @description In Chinese, where it is known */
                                whyZh?: string;
                            };
                            seconds: number;
                            notes?: string[];
                            notesZh?: string[];
                            error?: {
                                code: string;
                                detail: string;
                                /** @description In Chinese, where it is known */
                                detailZh?: string;
                            };
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Their bytes as a file of the carrier they came in, for the member’s own system */
        get: {
            parameters: {
                query?: {
                    /** @description member/name; a member alone means its source main */
                    source?: string;
                    code?: string;
                    state?: "open" | "resolved";
                    carrier?: "iso2709" | "xml" | "json" | "table" | "rows" | "text";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The records one after the other */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Number, identifier and reason of each as a table */
        get: {
            parameters: {
                query?: {
                    /** @description member/name; a member alone means its source main */
                    source?: string;
                    code?: string;
                    state?: "open" | "resolved";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description CSV in UTF-8 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read all, or those of a source or cause, again through today’s crosswalk */
        post: {
            parameters: {
                query?: {
                    /** @description member/name; a member alone means its source main */
                    source?: string;
                    code?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            runs: {
                                run: string;
                                member: string;
                                /** @description member/name */
                                source: string;
                                /** @enum {unknown} */
                                kind: "import" | "harvest" | "push" | "retry";
                                /** @enum {unknown} */
                                state: "running" | "finished" | "failed" | "cancelled";
                                /** Format: date-time */
                                startedAt: string;
                                /** Format: date-time */
                                finishedAt?: string;
                                read: number;
                                accepted: number;
                                warned: number;
                                quarantined: number;
                                deleted: number;
                                unchanged: number;
                                empty: number;
                                /** @description Works written to the search index */
                                indexed: number;
                                /** @description Accepted, and then replaced by another record that came under the same identifier in the same run */
                                replaced?: number;
                                /** @description Absent from a full list: proposed for deletion, not deleted */
                                missing?: number;
                                /** @description Deletions, told or by absence, over the brake: they wait for a person. Those told are part of deleted */
                                held?: number;
                                /** @description Part of deleted: told, and the records are there, since the deletions wait for a person, were refused or undone */
                                undeleted?: number;
                                /** @description Quarantined by code */
                                setAside?: {
                                    [key: string]: number;
                                };
                                /** @description Pages read */
                                pages?: number;
                                /** @description Records that the source says there are */
                                total?: number;
                                /** @description Of a run under way: what it waits for */
                                waiting?: {
                                    /** Format: date-time */
                                    until: string;
                                    seconds: number;
                                    why: string;
                                    /** @description In Chinese, where it is known */
                                    whyZh?: string;
                                };
                                seconds: number;
                                notes?: string[];
                                notesZh?: string[];
                                error?: {
                                    code: string;
                                    detail: string;
                                    /** @description In Chinese, where it is known */
                                    detailZh?: string;
                                };
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/{number}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read it again through today’s crosswalk */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: string;
                            member: string;
                            /** @description member/name */
                            source: string;
                            /** @enum {unknown} */
                            kind: "import" | "harvest" | "push" | "retry";
                            /** @enum {unknown} */
                            state: "running" | "finished" | "failed" | "cancelled";
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            finishedAt?: string;
                            read: number;
                            accepted: number;
                            warned: number;
                            quarantined: number;
                            deleted: number;
                            unchanged: number;
                            empty: number;
                            /** @description Works written to the search index */
                            indexed: number;
                            /** @description Accepted, and then replaced by another record that came under the same identifier in the same run */
                            replaced?: number;
                            /** @description Absent from a full list: proposed for deletion, not deleted */
                            missing?: number;
                            /** @description Deletions, told or by absence, over the brake: they wait for a person. Those told are part of deleted */
                            held?: number;
                            /** @description Part of deleted: told, and the records are there, since the deletions wait for a person, were refused or undone */
                            undeleted?: number;
                            /** @description Quarantined by code */
                            setAside?: {
                                [key: string]: number;
                            };
                            /** @description Pages read */
                            pages?: number;
                            /** @description Records that the source says there are */
                            total?: number;
                            /** @description Of a run under way: what it waits for */
                            waiting?: {
                                /** Format: date-time */
                                until: string;
                                seconds: number;
                                why: string;
                                /** @description In Chinese, where it is known */
                                whyZh?: string;
                            };
                            seconds: number;
                            notes?: string[];
                            notesZh?: string[];
                            error?: {
                                code: string;
                                detail: string;
                                /** @description In Chinese, where it is known */
                                detailZh?: string;
                            };
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the records of a source are like, and the most useful things to mend */
        get: {
            parameters: {
                query?: {
                    /** @description Left out: the latest */
                    run?: string;
                };
                header?: never;
                path: {
                    /** @description member%2Fname */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description none: no run has read anything. computing: a run ended that no report covers yet
                             * @enum {unknown}
                             */
                            state: "none" | "computing" | "ready";
                            /** @description While computing: records looked at so far */
                            done?: number;
                            report?: {
                                source: string;
                                /** @description The latest run it covers */
                                run: string;
                                /** Format: date-time */
                                at: string;
                                seconds: number;
                                records: {
                                    bib: number;
                                    authority: number;
                                    holding: number;
                                    setAside: number;
                                };
                                /** @description Since the report before */
                                changes: {
                                    added: number;
                                    changed: number;
                                    deleted: number;
                                };
                                completeness: {
                                    field: string;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                    present: number;
                                    of: number;
                                    /** @description 0 to 1 */
                                    share: number;
                                    /** @description The same in the report before */
                                    before?: number;
                                }[];
                                /** @description Those that are broken, by how many records */
                                rules: {
                                    /** @description ISO2709-07, KBART-06, ISBN_CHECK_DIGIT */
                                    rule: string;
                                    code: string;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                    records: number;
                                    /** @description The same in the report before */
                                    before?: number;
                                }[];
                                /** @description Bibliographic records with a valid ISBN or ISSN, with a wrong one, without */
                                identifiers: {
                                    numbered: number;
                                    wrong: number;
                                    missing: number;
                                    shared: {
                                        values: number;
                                        records: number;
                                        examples: {
                                            recordId: string;
                                            sourceId: string;
                                            /** @description What stands there */
                                            got?: string;
                                        }[][];
                                    };
                                };
                                duplicates: {
                                    values: number;
                                    records: number;
                                    examples: {
                                        recordId: string;
                                        sourceId: string;
                                        /** @description What stands there */
                                        got?: string;
                                    }[][];
                                };
                                types: {
                                    value: string;
                                    count: number;
                                }[];
                                languages: {
                                    value: string;
                                    count: number;
                                }[];
                                years: {
                                    value: string;
                                    count: number;
                                }[];
                                /** @description Fields and rules that are better than before */
                                better: string[];
                                worse: string[];
                                quarantine: {
                                    open: number;
                                    new: number;
                                    resolved: number;
                                };
                                /** @description The most useful things to mend, at most ten */
                                mend: {
                                    rule: string;
                                    code: string;
                                    records: number;
                                    /** @description Records × what one costs readers */
                                    cost: number;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                    explanation: {
                                        en: string;
                                        zh: string;
                                    };
                                    remedy: {
                                        en: string;
                                        zh: string;
                                    };
                                    examples: {
                                        recordId: string;
                                        sourceId: string;
                                        /** @description What stands there */
                                        got?: string;
                                    }[];
                                    /** @description Its records are in quarantine, not in the search */
                                    isSetAside: boolean;
                                }[];
                            };
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}/quality/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reports there are, the latest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description member%2Fname */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            reports: {
                                source: string;
                                /** @description The latest run it covers */
                                run: string;
                                /** Format: date-time */
                                at: string;
                                seconds: number;
                                records: {
                                    bib: number;
                                    authority: number;
                                    holding: number;
                                    setAside: number;
                                };
                                /** @description Since the report before */
                                changes: {
                                    added: number;
                                    changed: number;
                                    deleted: number;
                                };
                                completeness: {
                                    field: string;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                    present: number;
                                    of: number;
                                    /** @description 0 to 1 */
                                    share: number;
                                    /** @description The same in the report before */
                                    before?: number;
                                }[];
                                /** @description Those that are broken, by how many records */
                                rules: {
                                    /** @description ISO2709-07, KBART-06, ISBN_CHECK_DIGIT */
                                    rule: string;
                                    code: string;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                    records: number;
                                    /** @description The same in the report before */
                                    before?: number;
                                }[];
                                /** @description Bibliographic records with a valid ISBN or ISSN, with a wrong one, without */
                                identifiers: {
                                    numbered: number;
                                    wrong: number;
                                    missing: number;
                                    shared: {
                                        values: number;
                                        records: number;
                                        examples: {
                                            recordId: string;
                                            sourceId: string;
                                            /** @description What stands there */
                                            got?: string;
                                        }[][];
                                    };
                                };
                                duplicates: {
                                    values: number;
                                    records: number;
                                    examples: {
                                        recordId: string;
                                        sourceId: string;
                                        /** @description What stands there */
                                        got?: string;
                                    }[][];
                                };
                                types: {
                                    value: string;
                                    count: number;
                                }[];
                                languages: {
                                    value: string;
                                    count: number;
                                }[];
                                years: {
                                    value: string;
                                    count: number;
                                }[];
                                /** @description Fields and rules that are better than before */
                                better: string[];
                                worse: string[];
                                quarantine: {
                                    open: number;
                                    new: number;
                                    resolved: number;
                                };
                                /** @description The most useful things to mend, at most ten */
                                mend: {
                                    rule: string;
                                    code: string;
                                    records: number;
                                    /** @description Records × what one costs readers */
                                    cost: number;
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                    explanation: {
                                        en: string;
                                        zh: string;
                                    };
                                    remedy: {
                                        en: string;
                                        zh: string;
                                    };
                                    examples: {
                                        recordId: string;
                                        sourceId: string;
                                        /** @description What stands there */
                                        got?: string;
                                    }[];
                                    /** @description Its records are in quarantine, not in the search */
                                    isSetAside: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}/quality.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a table; with a rule, every record that breaks it */
        get: {
            parameters: {
                query?: {
                    /** @description Left out: the latest */
                    run?: string;
                    rule?: string;
                };
                header?: never;
                path: {
                    /** @description member%2Fname */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description CSV in UTF-8 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find works */
        get: {
            parameters: {
                query?: {
                    /** @description Words, "phrases", -exclusions, title: author: subject: isbn: 题名: 作者: 主题: …; empty lists everything */
                    q?: string;
                    /** @description 0 gives total and facets alone */
                    limit?: number;
                    /** @description Up to 10,000 with limit; beyond that ask by cursor */
                    offset?: number;
                    /** @description `*` to start, then the cursor of the page before */
                    cursor?: string;
                    /** @description `title`: letters, then Han by pinyin; `title-stroke`: by the number of strokes */
                    sort?: "relevance" | "newest" | "oldest" | "title" | "title-stroke";
                    /** @description Say what was asked of the engine, and why each hit was found */
                    explain?: boolean;
                    /** @description Comma-separated: type, member, language, subject, agent, access, class, year */
                    facets?: string[];
                    /** @description Any of these types */
                    type?: string[];
                    /** @description Held by any of these members */
                    member?: string[];
                    /** @description In any of these languages, ISO 639-2/B */
                    language?: string[];
                    /** @description With any of these headings */
                    subject?: string[];
                    /** @description By any of these, as the facet writes them */
                    agent?: string[];
                    /** @description open, licensed, onsite, print */
                    access?: string[];
                    /** @description In any of these classes of 中图法: I, I2, I24, I247 */
                    class?: string[];
                    /** @description 2005, 2000..2010, 2000.., ..2010 */
                    year?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            totalIsExact: boolean;
                            hits: {
                                id: string;
                                title: string;
                                agents: string[];
                                year: number | null;
                                type: string;
                                languages: string[];
                                /** @description HTML with what was found in <mark> */
                                highlights: {
                                    [key: string]: string;
                                };
                                holdings: {
                                    member: string;
                                    source: string;
                                    recordId: string;
                                    sourceId: string;
                                }[];
                                score: number;
                                why?: {
                                    /** @description as typed, read aloud, characters apart, sounds alike, near spelling … */
                                    manner: string;
                                    /** @description What was typed, where a librarian said that it means what was found */
                                    synonymOf?: string[];
                                    /** @description Empty: deeper in the record than what is shown */
                                    fields: string[];
                                    features: {
                                        [key: string]: number;
                                    };
                                };
                            }[];
                            /** @description What a librarian recommends to whoever asks this, with the first page: no part of total, facets and pages, and not repeated in `hits` */
                            bestBet?: {
                                number: number;
                                /** @description Why, for readers */
                                note: string;
                                /** Format: date */
                                until?: string;
                                hits: {
                                    id: string;
                                    title: string;
                                    agents: string[];
                                    year: number | null;
                                    type: string;
                                    languages: string[];
                                    /** @description HTML with what was found in <mark> */
                                    highlights: {
                                        [key: string]: string;
                                    };
                                    holdings: {
                                        member: string;
                                        source: string;
                                        recordId: string;
                                        sourceId: string;
                                    }[];
                                    score: number;
                                    why?: {
                                        /** @description as typed, read aloud, characters apart, sounds alike, near spelling … */
                                        manner: string;
                                        /** @description What was typed, where a librarian said that it means what was found */
                                        synonymOf?: string[];
                                        /** @description Empty: deeper in the record than what is shown */
                                        fields: string[];
                                        features: {
                                            [key: string]: number;
                                        };
                                    };
                                }[];
                            };
                            /** @description Of the next page; absent at the end */
                            cursor?: string;
                            /** @description Counted over the whole result, each without what is chosen in it. Of `class` the top classes, and those below what is chosen */
                            facets: {
                                [key: string]: {
                                    value: string;
                                    count: number;
                                    /** @description In Chinese where there is a Chinese name */
                                    label?: string;
                                    labelEn?: string;
                                }[];
                            };
                            /** @description Years in at most 40 bars, rising; when `year` is among the facets */
                            histogram?: {
                                from: number;
                                to: number;
                                count: number;
                            }[];
                            /** @description Something like it that finds something */
                            didYouMean?: string;
                            /** @description When nothing was found: why, and what would find something */
                            help?: {
                                /** @enum {unknown} */
                                reason: "filter" | "filters" | "spelling" | "word" | "together" | "prefix" | "part" | "script" | "member";
                                field?: string;
                                word?: string;
                                /** @description What to ask instead */
                                q?: string;
                                /** @description ISO 15924 */
                                script?: string;
                                member?: string;
                                /** @description What is found then */
                                total?: number;
                                /**
                                 * @description Only when the filters go too
                                 * @enum {boolean}
                                 */
                                withoutFilters?: true;
                            }[];
                            explanation?: {
                                stages: {
                                    /** @description typed, loose, forgiving: the last one gave the hits */
                                    stage: string;
                                    total: number;
                                    ways: {
                                        manner: string;
                                        terms: string[];
                                        /** @description What was typed, where a librarian said that it means what was found */
                                        synonymOf?: string[];
                                    }[];
                                }[];
                            };
                            /** @description What is not in the answer, and why */
                            partial: {
                                member?: string;
                                /** @description A part of the index that did not answer: 2 of 3 */
                                index?: string;
                                reason: string;
                            }[];
                            tookMs: number;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** Find works, with a filter tree */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Words, "phrases", -exclusions, title: author: subject: isbn: 题名: 作者: 主题: …; empty lists everything
                         * @default
                         */
                        q?: string;
                        /**
                         * @description 0 gives total and facets alone
                         * @default 20
                         */
                        limit?: number;
                        /** @description Up to 10,000 with limit; beyond that ask by cursor */
                        offset?: number;
                        /** @description `*` to start, then the cursor of the page before */
                        cursor?: string;
                        /**
                         * @description `title`: letters, then Han by pinyin; `title-stroke`: by the number of strokes
                         * @enum {unknown}
                         */
                        sort?: "relevance" | "newest" | "oldest" | "title" | "title-stroke";
                        /** @description Say what was asked of the engine, and why each hit was found */
                        explain?: boolean;
                        /** @description type, member, language, subject, agent, access, class, year */
                        facets?: string[];
                        /** @description {and:[…]}, {or:[…]}, {not:…}, {field, in:[…]}, {field:"year", from, to}, at most 10 deep */
                        filter?: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            totalIsExact: boolean;
                            hits: {
                                id: string;
                                title: string;
                                agents: string[];
                                year: number | null;
                                type: string;
                                languages: string[];
                                /** @description HTML with what was found in <mark> */
                                highlights: {
                                    [key: string]: string;
                                };
                                holdings: {
                                    member: string;
                                    source: string;
                                    recordId: string;
                                    sourceId: string;
                                }[];
                                score: number;
                                why?: {
                                    /** @description as typed, read aloud, characters apart, sounds alike, near spelling … */
                                    manner: string;
                                    /** @description What was typed, where a librarian said that it means what was found */
                                    synonymOf?: string[];
                                    /** @description Empty: deeper in the record than what is shown */
                                    fields: string[];
                                    features: {
                                        [key: string]: number;
                                    };
                                };
                            }[];
                            /** @description What a librarian recommends to whoever asks this, with the first page: no part of total, facets and pages, and not repeated in `hits` */
                            bestBet?: {
                                number: number;
                                /** @description Why, for readers */
                                note: string;
                                /** Format: date */
                                until?: string;
                                hits: {
                                    id: string;
                                    title: string;
                                    agents: string[];
                                    year: number | null;
                                    type: string;
                                    languages: string[];
                                    /** @description HTML with what was found in <mark> */
                                    highlights: {
                                        [key: string]: string;
                                    };
                                    holdings: {
                                        member: string;
                                        source: string;
                                        recordId: string;
                                        sourceId: string;
                                    }[];
                                    score: number;
                                    why?: {
                                        /** @description as typed, read aloud, characters apart, sounds alike, near spelling … */
                                        manner: string;
                                        /** @description What was typed, where a librarian said that it means what was found */
                                        synonymOf?: string[];
                                        /** @description Empty: deeper in the record than what is shown */
                                        fields: string[];
                                        features: {
                                            [key: string]: number;
                                        };
                                    };
                                }[];
                            };
                            /** @description Of the next page; absent at the end */
                            cursor?: string;
                            /** @description Counted over the whole result, each without what is chosen in it. Of `class` the top classes, and those below what is chosen */
                            facets: {
                                [key: string]: {
                                    value: string;
                                    count: number;
                                    /** @description In Chinese where there is a Chinese name */
                                    label?: string;
                                    labelEn?: string;
                                }[];
                            };
                            /** @description Years in at most 40 bars, rising; when `year` is among the facets */
                            histogram?: {
                                from: number;
                                to: number;
                                count: number;
                            }[];
                            /** @description Something like it that finds something */
                            didYouMean?: string;
                            /** @description When nothing was found: why, and what would find something */
                            help?: {
                                /** @enum {unknown} */
                                reason: "filter" | "filters" | "spelling" | "word" | "together" | "prefix" | "part" | "script" | "member";
                                field?: string;
                                word?: string;
                                /** @description What to ask instead */
                                q?: string;
                                /** @description ISO 15924 */
                                script?: string;
                                member?: string;
                                /** @description What is found then */
                                total?: number;
                                /**
                                 * @description Only when the filters go too
                                 * @enum {boolean}
                                 */
                                withoutFilters?: true;
                            }[];
                            explanation?: {
                                stages: {
                                    /** @description typed, loose, forgiving: the last one gave the hits */
                                    stage: string;
                                    total: number;
                                    ways: {
                                        manner: string;
                                        terms: string[];
                                        /** @description What was typed, where a librarian said that it means what was found */
                                        synonymOf?: string[];
                                    }[];
                                }[];
                            };
                            /** @description What is not in the answer, and why */
                            partial: {
                                member?: string;
                                /** @description A part of the index that did not answer: 2 of 3 */
                                index?: string;
                                reason: string;
                            }[];
                            tookMs: number;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a query may become while it is typed */
        get: {
            parameters: {
                query?: {
                    /** @description Words, "phrases", -exclusions, title: author: subject: isbn: 题名: 作者: 主题: …; empty lists everything */
                    q?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            completions: {
                                /** @enum {unknown} */
                                kind: "query" | "title" | "agent" | "subject";
                                text: string;
                                highlight: string;
                            }[];
                            didYouMean?: string;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How a search ended, without who asked
         * @description Counted, and written only when at least ten have asked the same in a week.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        q: string;
                        /** @description How many works were found */
                        total: number;
                        /** @enum {unknown} */
                        outcome: "opened" | "rephrased" | "abandoned";
                        to?: string;
                        /**
                         * @description Of the page
                         * @enum {unknown}
                         */
                        language: "zh" | "en";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is asked, what finds nothing, what is rephrased or abandoned */
        get: {
            parameters: {
                query?: {
                    weeks?: number;
                    /** @description Only queries in this script: ISO 15924; Zzzz any other, Zyyy none */
                    script?: "Hani" | "Latn" | "Zzzz" | "Zyyy";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            weeks: number;
                            /** @description What fewer have asked in a week is not kept */
                            fewestAskers: number;
                            keptWeeks: number;
                            totals: {
                                asked: number;
                                none: number;
                                rephrased: number;
                                abandoned: number;
                            };
                            weekly: {
                                /**
                                 * Format: date
                                 * @description Its Monday
                                 */
                                week: string;
                                asked: number;
                                none: number;
                                rephrased: number;
                                abandoned: number;
                            }[];
                            groups: {
                                /** @description Of the page */
                                language: string;
                                /** @description Of the words: ISO 15924 */
                                script: string;
                                asked: number;
                                none: number;
                                rephrased: number;
                                abandoned: number;
                            }[];
                            asked: {
                                q: string;
                                count: number;
                            }[];
                            nothingFound: {
                                q: string;
                                count: number;
                            }[];
                            abandoned: {
                                q: string;
                                count: number;
                            }[];
                            rephrased: {
                                q: string;
                                to: string;
                                count: number;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/analytics.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a table */
        get: {
            parameters: {
                query?: {
                    weeks?: number;
                    /** @description Only queries in this script: ISO 15924; Zzzz any other, Zyyy none */
                    script?: "Hani" | "Latn" | "Zzzz" | "Zyyy";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description CSV in UTF-8 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Synonyms and best bets: who said them and when, the newest first */
        get: {
            parameters: {
                query?: {
                    state?: "standing" | "undone";
                    limit?: number;
                    /** @description A rule’s number: those said before it */
                    before?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rules: {
                                number: number;
                                rule: {
                                    /** @enum {string} */
                                    kind: "synonym";
                                    /** @description What readers type */
                                    from: string;
                                    /** @description What is looked for as well, side by side */
                                    to: string;
                                    /** @description And the other way round */
                                    bothWays: boolean;
                                } | {
                                    /** @enum {string} */
                                    kind: "best-bet";
                                    /** @description The whole query, however it is written */
                                    q: string;
                                    /** @description In this order */
                                    works: string[];
                                    /** @description Why: readers see it */
                                    note: string;
                                    /**
                                     * Format: date
                                     * @description The last day, in UTC
                                     */
                                    until?: string;
                                };
                                by: string;
                                /** Format: date-time */
                                at: string;
                                /**
                                 * @description Its last day is past: it does nothing
                                 * @enum {boolean}
                                 */
                                isOver?: true;
                                /** @description Of a best bet, as they are now */
                                works?: {
                                    id: string;
                                    /** @description Absent: it is gone */
                                    title?: string;
                                }[];
                                undone?: {
                                    by: string;
                                    /** Format: date-time */
                                    at: string;
                                };
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** Say that phrases are synonyms, or what a query’s best bets are; or only see the effect */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        rule: {
                            /** @enum {string} */
                            kind: "synonym";
                            /** @description What readers type */
                            from: string;
                            /** @description What is looked for as well, side by side */
                            to: string;
                            /** @description And the other way round */
                            bothWays: boolean;
                        } | {
                            /** @enum {string} */
                            kind: "best-bet";
                            /** @description The whole query, however it is written */
                            q: string;
                            /** @description In this order */
                            works: string[];
                            /** @description Why: readers see it */
                            note: string;
                            /**
                             * Format: date
                             * @description The last day, in UTC
                             */
                            until?: string;
                        };
                        /** @description Only show what would come of it */
                        preview?: boolean;
                        /** @description The query in which that is shown; left out, the rule’s own */
                        q?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rule?: {
                                number: number;
                                rule: {
                                    /** @enum {string} */
                                    kind: "synonym";
                                    /** @description What readers type */
                                    from: string;
                                    /** @description What is looked for as well, side by side */
                                    to: string;
                                    /** @description And the other way round */
                                    bothWays: boolean;
                                } | {
                                    /** @enum {string} */
                                    kind: "best-bet";
                                    /** @description The whole query, however it is written */
                                    q: string;
                                    /** @description In this order */
                                    works: string[];
                                    /** @description Why: readers see it */
                                    note: string;
                                    /**
                                     * Format: date
                                     * @description The last day, in UTC
                                     */
                                    until?: string;
                                };
                                by: string;
                                /** Format: date-time */
                                at: string;
                                /**
                                 * @description Its last day is past: it does nothing
                                 * @enum {boolean}
                                 */
                                isOver?: true;
                                /** @description Of a best bet, as they are now */
                                works?: {
                                    id: string;
                                    /** @description Absent: it is gone */
                                    title?: string;
                                }[];
                                undone?: {
                                    by: string;
                                    /** Format: date-time */
                                    at: string;
                                };
                            };
                            /** @description The search as it was and as it becomes */
                            effects: {
                                q: string;
                                before: {
                                    total: number;
                                    hits: {
                                        id: string;
                                        title: string;
                                        agents: string[];
                                        year: number | null;
                                        /** @description Its place on the other side; null: not among the first ten there */
                                        other: number | null;
                                        synonymOf?: string[];
                                        /** @enum {boolean} */
                                        isBestBet?: true;
                                    }[];
                                };
                                after: {
                                    total: number;
                                    hits: {
                                        id: string;
                                        title: string;
                                        agents: string[];
                                        year: number | null;
                                        /** @description Its place on the other side; null: not among the first ten there */
                                        other: number | null;
                                        synonymOf?: string[];
                                        /** @enum {boolean} */
                                        isBestBet?: true;
                                    }[];
                                };
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/rules/{number}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a synonym or a best bet back; or only see the effect */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Only show what would come of it */
                        preview?: boolean;
                        /** @description The query in which that is shown; left out, the rule’s own */
                        q?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rule?: {
                                number: number;
                                rule: {
                                    /** @enum {string} */
                                    kind: "synonym";
                                    /** @description What readers type */
                                    from: string;
                                    /** @description What is looked for as well, side by side */
                                    to: string;
                                    /** @description And the other way round */
                                    bothWays: boolean;
                                } | {
                                    /** @enum {string} */
                                    kind: "best-bet";
                                    /** @description The whole query, however it is written */
                                    q: string;
                                    /** @description In this order */
                                    works: string[];
                                    /** @description Why: readers see it */
                                    note: string;
                                    /**
                                     * Format: date
                                     * @description The last day, in UTC
                                     */
                                    until?: string;
                                };
                                by: string;
                                /** Format: date-time */
                                at: string;
                                /**
                                 * @description Its last day is past: it does nothing
                                 * @enum {boolean}
                                 */
                                isOver?: true;
                                /** @description Of a best bet, as they are now */
                                works?: {
                                    id: string;
                                    /** @description Absent: it is gone */
                                    title?: string;
                                }[];
                                undone?: {
                                    by: string;
                                    /** Format: date-time */
                                    at: string;
                                };
                            };
                            /** @description The search as it was and as it becomes */
                            effects: {
                                q: string;
                                before: {
                                    total: number;
                                    hits: {
                                        id: string;
                                        title: string;
                                        agents: string[];
                                        year: number | null;
                                        /** @description Its place on the other side; null: not among the first ten there */
                                        other: number | null;
                                        synonymOf?: string[];
                                        /** @enum {boolean} */
                                        isBestBet?: true;
                                    }[];
                                };
                                after: {
                                    total: number;
                                    hits: {
                                        id: string;
                                        title: string;
                                        agents: string[];
                                        year: number | null;
                                        /** @description Its place on the other side; null: not among the first ten there */
                                        other: number | null;
                                        synonymOf?: string[];
                                        /** @enum {boolean} */
                                        isBestBet?: true;
                                    }[];
                                };
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Persons, bodies and meetings by name */
        get: {
            parameters: {
                query?: {
                    /** @description How it begins, in any order and script; empty: all */
                    q?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            agents: {
                                /** @description a_… */
                                id: string;
                                /** @enum {unknown} */
                                type: "person" | "organisation" | "meeting";
                                /** @description As most records write it */
                                name: string;
                                names: {
                                    value: string;
                                    /**
                                     * @description original: as it stands in the record; pinyin: its romanisation; parallel: the same in another language or script; variant: another form readers may look for
                                     * @enum {unknown}
                                     */
                                    kind: "original" | "pinyin" | "parallel" | "variant";
                                    /** @description ISO 15924, e.g. Hans, Hant, Latn */
                                    script?: string;
                                    /** @description Records that write it so */
                                    records: number;
                                }[];
                                /** @description As records state them, the most frequent first */
                                dates: string[];
                                authorities: {
                                    scheme: string;
                                    id: string;
                                }[];
                                /** @description How many works name it */
                                works: number;
                            }[];
                            cursor?: string;
                            /** @description Announced changes that are not in the graph yet: it follows the catalogue and gives way to imports. 0: it is up to date */
                            behind: number;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An agent: its names, dates and numbers, its works and those it worked with */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    /** @description An agent’s id; ids of agents that were joined or parted lead to what they became */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description a_… */
                            id: string;
                            /** @enum {unknown} */
                            type: "person" | "organisation" | "meeting";
                            /** @description As most records write it */
                            name: string;
                            names: {
                                value: string;
                                /**
                                 * @description original: as it stands in the record; pinyin: its romanisation; parallel: the same in another language or script; variant: another form readers may look for
                                 * @enum {unknown}
                                 */
                                kind: "original" | "pinyin" | "parallel" | "variant";
                                /** @description ISO 15924, e.g. Hans, Hant, Latn */
                                script?: string;
                                /** @description Records that write it so */
                                records: number;
                            }[];
                            /** @description As records state them, the most frequent first */
                            dates: string[];
                            authorities: {
                                scheme: string;
                                id: string;
                            }[];
                            /** @description How many works name it */
                            works: number;
                            /** @description Its works in the order of their ids, a page at a time */
                            items: {
                                id: string;
                                title: string;
                                type: string;
                                year?: number;
                                roles: string[];
                            }[];
                            /** @description Those named with it in most works */
                            coAgents: {
                                id: string;
                                name: string;
                                works: number;
                            }[];
                            cursor?: string;
                            /** @description Announced changes that are not in the graph yet: it follows the catalogue and gives way to imports. 0: it is up to date */
                            behind: number;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why its names are one agent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description An agent’s id; ids of agents that were joined or parted lead to what they became */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            agent: string;
                            /** @description What the score of a link must reach */
                            enough: number;
                            /** @description Of the table of weights */
                            revision: number;
                            /** @description A name that says who it is, in all records that have it; or a name in one record */
                            names: {
                                id: string;
                                name: string;
                                records: string[];
                            }[];
                            /** @description What holds the names together */
                            links: {
                                a: string;
                                b: string;
                                score: number;
                                evidence: {
                                    kind: string;
                                    values: string[];
                                    weight: number;
                                    reason: string;
                                }[];
                            }[];
                            /** @description What evidence would have joined, but for what keeps it apart */
                            apart: {
                                name: string;
                                other: string;
                                /** @description Whose the other name is */
                                agent: string;
                                veto: string;
                                reason: string;
                            }[];
                            /** @description Evidence that too many names share to count */
                            tooCommon: string[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Headings, keywords and classes by their words, numbers and captions */
        get: {
            parameters: {
                query?: {
                    /** @description How it begins, in any order and script; empty: all */
                    q?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            subjects: {
                                /** @description s_… */
                                id: string;
                                /**
                                 * @description Words (headings and keywords alike), or a number of a scheme
                                 * @enum {unknown}
                                 */
                                kind: "heading" | "class";
                                /** @description As most records write it; of a class its number */
                                label: string;
                                /** @description Of a class: clc (中图法), ddc, lcc */
                                scheme?: string;
                                caption?: {
                                    zh?: string;
                                    en?: string;
                                };
                                /** @description Every way in which records say it */
                                stated: {
                                    value: string;
                                    /** @description topic, person, place, keyword …; class */
                                    kind: string;
                                    scheme?: string;
                                    records: number;
                                }[];
                                works: number;
                            }[];
                            cursor?: string;
                            /** @description Announced changes that are not in the graph yet: it follows the catalogue and gives way to imports. 0: it is up to date */
                            behind: number;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subjects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A subject: how records say it, what it stands beside in other schemes, its works */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    /** @description A subject’s id */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description s_… */
                            id: string;
                            /**
                             * @description Words (headings and keywords alike), or a number of a scheme
                             * @enum {unknown}
                             */
                            kind: "heading" | "class";
                            /** @description As most records write it; of a class its number */
                            label: string;
                            /** @description Of a class: clc (中图法), ddc, lcc */
                            scheme?: string;
                            caption?: {
                                zh?: string;
                                en?: string;
                            };
                            /** @description Every way in which records say it */
                            stated: {
                                value: string;
                                /** @description topic, person, place, keyword …; class */
                                kind: string;
                                scheme?: string;
                                records: number;
                            }[];
                            works: number;
                            /** @description How it stands to others, in its own scheme and in the other ones, each with its evidence */
                            mappings: {
                                /**
                                 * @description What the other is to this one
                                 * @enum {unknown}
                                 */
                                relation: "close" | "broader" | "narrower";
                                /** @description Of the other, when a record names it */
                                id?: string;
                                scheme?: string;
                                value: string;
                                caption?: {
                                    zh?: string;
                                    en?: string;
                                };
                                /** @enum {unknown} */
                                by: "table" | "notation" | "words" | "works";
                                reason: string;
                                evidence?: {
                                    works: number;
                                    of: number;
                                };
                            }[];
                            items: {
                                id: string;
                                title: string;
                                type: string;
                                year?: number;
                            }[];
                            cursor?: string;
                            /** @description Announced changes that are not in the graph yet: it follows the catalogue and gives way to imports. 0: it is up to date */
                            behind: number;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live services of the members and how they are */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            services: {
                                member: string;
                                name: string;
                                /** @enum {unknown} */
                                state: "unknown" | "up" | "away";
                                since: string | null;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/works/{id}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live state of a work’s copies, from every member that has a service for it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            availability: {
                                member: string;
                                /** @description The source’s own identifier, as asked for */
                                recordId: string;
                                /** Format: date-time */
                                asOf: string;
                                items: {
                                    id: string;
                                    /** @description Branch, location, call number in words */
                                    holding?: string;
                                    /** @description The member’s own word for the state */
                                    status?: string;
                                    services: {
                                        loan?: {
                                            available: boolean;
                                            /** @description Date or duration until available (ISO 8601), or `unknown` */
                                            expected?: string;
                                            /** @description Readers waiting */
                                            queue?: number;
                                            href?: string;
                                        };
                                        presentation?: {
                                            available: boolean;
                                            /** @description Date or duration until available (ISO 8601), or `unknown` */
                                            expected?: string;
                                            /** @description Readers waiting */
                                            queue?: number;
                                            href?: string;
                                        };
                                        interloan?: {
                                            available: boolean;
                                            /** @description Date or duration until available (ISO 8601), or `unknown` */
                                            expected?: string;
                                            /** @description Readers waiting */
                                            queue?: number;
                                            href?: string;
                                        };
                                        copy?: {
                                            available: boolean;
                                            /** @description Date or duration until available (ISO 8601), or `unknown` */
                                            expected?: string;
                                            /** @description Readers waiting */
                                            queue?: number;
                                            href?: string;
                                        };
                                        remote?: {
                                            available: boolean;
                                            /** @description Date or duration until available (ISO 8601), or `unknown` */
                                            expected?: string;
                                            /** @description Readers waiting */
                                            queue?: number;
                                            href?: string;
                                        };
                                    };
                                }[];
                            }[];
                            /** @description Members that gave no answer, and why */
                            partial: {
                                member: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{member}/{service}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member: string;
                    service: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
                /** @description What the member’s service answered */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member: string;
                    service: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
                /** @description What the member’s service answered */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
            };
        };
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member: string;
                    service: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
                /** @description What the member’s service answered */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
            };
        };
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member: string;
                    service: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
                /** @description What the member’s service answered */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
            };
        };
        options: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member: string;
                    service: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
                /** @description What the member’s service answered */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
            };
        };
        head: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member: string;
                    service: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
                /** @description What the member’s service answered */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
            };
        };
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member: string;
                    service: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
                /** @description What the member’s service answered */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A word from a reader becomes a case; private until it passes moderation */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        kind: "question" | "fault" | "suggestion" | "takedown" | "privacy";
                        text: string;
                        member?: string;
                        work?: string;
                        record?: string;
                        /** @description BCP 47: zh-Hans, en */
                        language?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: {
                                id: string;
                                /** @enum {unknown} */
                                kind: "question" | "fault" | "suggestion" | "takedown" | "privacy";
                                text: string;
                                /**
                                 * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                 * @enum {unknown}
                                 */
                                state: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                stateZh: string;
                                /**
                                 * @description Nothing is public before it passed
                                 * @enum {unknown}
                                 */
                                moderation: "pending" | "passed" | "refused";
                                moderationReason?: string;
                                /** @description The gateway’s pseudonym; the operator alone sees it */
                                reporter?: string;
                                member?: string;
                                work?: string;
                                record?: string;
                                language?: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                updatedAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                closedAt?: string;
                                response: {
                                    /** @description A first answer is due within so many working days */
                                    workingDays: number;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    dueAt: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    firstAt?: string;
                                };
                                replies: {
                                    id: string;
                                    author: string;
                                    text: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                }[];
                                transitions: {
                                    /**
                                     * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                     * @enum {unknown}
                                     */
                                    from: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                    /**
                                     * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                     * @enum {unknown}
                                     */
                                    to: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                    author: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                }[];
                            };
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The operator’s list, a reader’s own cases, or the public board; newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    /** @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered */
                    state?: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                    kind?: "question" | "fault" | "suggestion" | "takedown" | "privacy";
                    /** @description Nothing is public before it passed */
                    moderation?: "pending" | "passed" | "refused";
                    member?: string;
                    /** @description A reader’s own cases, or with true the public board */
                    board?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            cases: {
                                id: string;
                                /** @enum {unknown} */
                                kind: "question" | "fault" | "suggestion" | "takedown" | "privacy";
                                text: string;
                                /**
                                 * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                 * @enum {unknown}
                                 */
                                state: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                stateZh: string;
                                /**
                                 * @description Nothing is public before it passed
                                 * @enum {unknown}
                                 */
                                moderation: "pending" | "passed" | "refused";
                                moderationReason?: string;
                                /** @description The gateway’s pseudonym; the operator alone sees it */
                                reporter?: string;
                                member?: string;
                                work?: string;
                                record?: string;
                                language?: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                updatedAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                closedAt?: string;
                                response: {
                                    /** @description A first answer is due within so many working days */
                                    workingDays: number;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    dueAt: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    firstAt?: string;
                                };
                                replies: {
                                    id: string;
                                    author: string;
                                    text: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                }[];
                                transitions: {
                                    /**
                                     * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                     * @enum {unknown}
                                     */
                                    from: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                    /**
                                     * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                     * @enum {unknown}
                                     */
                                    to: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                    author: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                }[];
                            }[];
                            cursor?: string;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: {
                                id: string;
                                /** @enum {unknown} */
                                kind: "question" | "fault" | "suggestion" | "takedown" | "privacy";
                                text: string;
                                /**
                                 * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                 * @enum {unknown}
                                 */
                                state: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                stateZh: string;
                                /**
                                 * @description Nothing is public before it passed
                                 * @enum {unknown}
                                 */
                                moderation: "pending" | "passed" | "refused";
                                moderationReason?: string;
                                /** @description The gateway’s pseudonym; the operator alone sees it */
                                reporter?: string;
                                member?: string;
                                work?: string;
                                record?: string;
                                language?: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                updatedAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                closedAt?: string;
                                response: {
                                    /** @description A first answer is due within so many working days */
                                    workingDays: number;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    dueAt: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    firstAt?: string;
                                };
                                replies: {
                                    id: string;
                                    author: string;
                                    text: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                }[];
                                transitions: {
                                    /**
                                     * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                     * @enum {unknown}
                                     */
                                    from: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                    /**
                                     * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                     * @enum {unknown}
                                     */
                                    to: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                    author: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                }[];
                            };
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the reporter */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: {
                                id: string;
                                /** @enum {unknown} */
                                kind: "question" | "fault" | "suggestion" | "takedown" | "privacy";
                                text: string;
                                /**
                                 * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                 * @enum {unknown}
                                 */
                                state: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                stateZh: string;
                                /**
                                 * @description Nothing is public before it passed
                                 * @enum {unknown}
                                 */
                                moderation: "pending" | "passed" | "refused";
                                moderationReason?: string;
                                /** @description The gateway’s pseudonym; the operator alone sees it */
                                reporter?: string;
                                member?: string;
                                work?: string;
                                record?: string;
                                language?: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                updatedAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                closedAt?: string;
                                response: {
                                    /** @description A first answer is due within so many working days */
                                    workingDays: number;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    dueAt: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    firstAt?: string;
                                };
                                replies: {
                                    id: string;
                                    author: string;
                                    text: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                }[];
                                transitions: {
                                    /**
                                     * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                     * @enum {unknown}
                                     */
                                    from: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                    /**
                                     * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                     * @enum {unknown}
                                     */
                                    to: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                    author: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                }[];
                            };
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next of the five states */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                         * @enum {unknown}
                         */
                        state: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: {
                                id: string;
                                /** @enum {unknown} */
                                kind: "question" | "fault" | "suggestion" | "takedown" | "privacy";
                                text: string;
                                /**
                                 * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                 * @enum {unknown}
                                 */
                                state: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                stateZh: string;
                                /**
                                 * @description Nothing is public before it passed
                                 * @enum {unknown}
                                 */
                                moderation: "pending" | "passed" | "refused";
                                moderationReason?: string;
                                /** @description The gateway’s pseudonym; the operator alone sees it */
                                reporter?: string;
                                member?: string;
                                work?: string;
                                record?: string;
                                language?: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                updatedAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                closedAt?: string;
                                response: {
                                    /** @description A first answer is due within so many working days */
                                    workingDays: number;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    dueAt: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    firstAt?: string;
                                };
                                replies: {
                                    id: string;
                                    author: string;
                                    text: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                }[];
                                transitions: {
                                    /**
                                     * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                     * @enum {unknown}
                                     */
                                    from: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                    /**
                                     * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                     * @enum {unknown}
                                     */
                                    to: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                    author: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                }[];
                            };
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/moderation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Onto the public board, or not, and why */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        moderation: "passed" | "refused";
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: {
                                id: string;
                                /** @enum {unknown} */
                                kind: "question" | "fault" | "suggestion" | "takedown" | "privacy";
                                text: string;
                                /**
                                 * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                 * @enum {unknown}
                                 */
                                state: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                stateZh: string;
                                /**
                                 * @description Nothing is public before it passed
                                 * @enum {unknown}
                                 */
                                moderation: "pending" | "passed" | "refused";
                                moderationReason?: string;
                                /** @description The gateway’s pseudonym; the operator alone sees it */
                                reporter?: string;
                                member?: string;
                                work?: string;
                                record?: string;
                                language?: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                updatedAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                closedAt?: string;
                                response: {
                                    /** @description A first answer is due within so many working days */
                                    workingDays: number;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    dueAt: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    firstAt?: string;
                                };
                                replies: {
                                    id: string;
                                    author: string;
                                    text: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                }[];
                                transitions: {
                                    /**
                                     * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                     * @enum {unknown}
                                     */
                                    from: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                    /**
                                     * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                     * @enum {unknown}
                                     */
                                    to: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                    author: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                }[];
                            };
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The reporter takes it back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: {
                                id: string;
                                /** @enum {unknown} */
                                kind: "question" | "fault" | "suggestion" | "takedown" | "privacy";
                                text: string;
                                /**
                                 * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                 * @enum {unknown}
                                 */
                                state: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                stateZh: string;
                                /**
                                 * @description Nothing is public before it passed
                                 * @enum {unknown}
                                 */
                                moderation: "pending" | "passed" | "refused";
                                moderationReason?: string;
                                /** @description The gateway’s pseudonym; the operator alone sees it */
                                reporter?: string;
                                member?: string;
                                work?: string;
                                record?: string;
                                language?: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                createdAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                updatedAt: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                closedAt?: string;
                                response: {
                                    /** @description A first answer is due within so many working days */
                                    workingDays: number;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    dueAt: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    firstAt?: string;
                                };
                                replies: {
                                    id: string;
                                    author: string;
                                    text: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                }[];
                                transitions: {
                                    /**
                                     * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                     * @enum {unknown}
                                     */
                                    from: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                    /**
                                     * @description A need (fault, suggestion) goes collected → understood → decided → carried-out → reported; the others open → answered
                                     * @enum {unknown}
                                     */
                                    to: "open" | "answered" | "withdrawn" | "collected" | "understood" | "decided" | "carried-out" | "reported";
                                    author: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                }[];
                            };
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers to the reader, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    unread?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            unread: number;
                            messages: {
                                id: string;
                                case: string;
                                /** @enum {unknown} */
                                kind: "reply" | "state" | "moderation";
                                text: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                at: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                readAt?: string;
                            }[];
                            cursor?: string;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/inbox/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a message as read */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: {
                                id: string;
                                case: string;
                                /** @enum {unknown} */
                                kind: "reply" | "state" | "moderation";
                                text: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                at: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                readAt?: string;
                            };
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the reader did, each event once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Each as in standards/event/v1-draft; one that does not fit is refused alone */
                        events: unknown[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accepted: number;
                            /** @description Came before, under the same id; nothing was changed */
                            duplicates: number;
                            refused: {
                                index: number;
                                /** @enum {unknown} */
                                code: "EVENT_INVALID" | "EVENT_IN_FUTURE" | "EVENT_TOO_OLD" | "CONSENT_MISSING";
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of the reader, and why */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description False without consent: nothing is kept or used */
                            personalised: boolean;
                            explanation: string;
                            explanationZh: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            asOf: string;
                            /** @description Strongest first, at most 500 */
                            weights: {
                                /**
                                 * @description class: 中图法 (CLC)
                                 * @enum {unknown}
                                 */
                                kind: "subject" | "class" | "language" | "agent";
                                value: string;
                                /** @description Sum of the contributions; halves in 90 days */
                                weight: number;
                                reason: string;
                                reasonZh: string;
                                evidence: {
                                    event: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                    type: string;
                                    purpose: string;
                                    record?: string;
                                    work?: string;
                                    /** @description What this event adds to the weight now */
                                    contribution: number;
                                }[];
                            }[];
                            /** @description Tags that the reader deleted; they stay away */
                            hidden: {
                                /**
                                 * @description class: 中图法 (CLC)
                                 * @enum {unknown}
                                 */
                                kind: "subject" | "class" | "language" | "agent";
                                /** @description Empty: the whole kind */
                                value: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                at: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/profile/{kind}/{value}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Allow a deleted tag again */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description class: 中图法 (CLC) */
                    kind: "subject" | "class" | "language" | "agent";
                    /** @description text without NUL */
                    value: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description False without consent: nothing is kept or used */
                            personalised: boolean;
                            explanation: string;
                            explanationZh: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            asOf: string;
                            /** @description Strongest first, at most 500 */
                            weights: {
                                /**
                                 * @description class: 中图法 (CLC)
                                 * @enum {unknown}
                                 */
                                kind: "subject" | "class" | "language" | "agent";
                                value: string;
                                /** @description Sum of the contributions; halves in 90 days */
                                weight: number;
                                reason: string;
                                reasonZh: string;
                                evidence: {
                                    event: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                    type: string;
                                    purpose: string;
                                    record?: string;
                                    work?: string;
                                    /** @description What this event adds to the weight now */
                                    contribution: number;
                                }[];
                            }[];
                            /** @description Tags that the reader deleted; they stay away */
                            hidden: {
                                /**
                                 * @description class: 中图法 (CLC)
                                 * @enum {unknown}
                                 */
                                kind: "subject" | "class" | "language" | "agent";
                                /** @description Empty: the whole kind */
                                value: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                at: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        post?: never;
        /** Delete one tag; it stays away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description class: 中图法 (CLC) */
                    kind: "subject" | "class" | "language" | "agent";
                    /** @description text without NUL */
                    value: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description False without consent: nothing is kept or used */
                            personalised: boolean;
                            explanation: string;
                            explanationZh: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            asOf: string;
                            /** @description Strongest first, at most 500 */
                            weights: {
                                /**
                                 * @description class: 中图法 (CLC)
                                 * @enum {unknown}
                                 */
                                kind: "subject" | "class" | "language" | "agent";
                                value: string;
                                /** @description Sum of the contributions; halves in 90 days */
                                weight: number;
                                reason: string;
                                reasonZh: string;
                                evidence: {
                                    event: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                    type: string;
                                    purpose: string;
                                    record?: string;
                                    work?: string;
                                    /** @description What this event adds to the weight now */
                                    contribution: number;
                                }[];
                            }[];
                            /** @description Tags that the reader deleted; they stay away */
                            hidden: {
                                /**
                                 * @description class: 中图法 (CLC)
                                 * @enum {unknown}
                                 */
                                kind: "subject" | "class" | "language" | "agent";
                                /** @description Empty: the whole kind */
                                value: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                at: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/profile/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Allow a deleted kind again */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description class: 中图法 (CLC) */
                    kind: "subject" | "class" | "language" | "agent";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description False without consent: nothing is kept or used */
                            personalised: boolean;
                            explanation: string;
                            explanationZh: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            asOf: string;
                            /** @description Strongest first, at most 500 */
                            weights: {
                                /**
                                 * @description class: 中图法 (CLC)
                                 * @enum {unknown}
                                 */
                                kind: "subject" | "class" | "language" | "agent";
                                value: string;
                                /** @description Sum of the contributions; halves in 90 days */
                                weight: number;
                                reason: string;
                                reasonZh: string;
                                evidence: {
                                    event: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                    type: string;
                                    purpose: string;
                                    record?: string;
                                    work?: string;
                                    /** @description What this event adds to the weight now */
                                    contribution: number;
                                }[];
                            }[];
                            /** @description Tags that the reader deleted; they stay away */
                            hidden: {
                                /**
                                 * @description class: 中图法 (CLC)
                                 * @enum {unknown}
                                 */
                                kind: "subject" | "class" | "language" | "agent";
                                /** @description Empty: the whole kind */
                                value: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                at: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        post?: never;
        /** Delete all tags of a kind; they stay away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description class: 中图法 (CLC) */
                    kind: "subject" | "class" | "language" | "agent";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description False without consent: nothing is kept or used */
                            personalised: boolean;
                            explanation: string;
                            explanationZh: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            asOf: string;
                            /** @description Strongest first, at most 500 */
                            weights: {
                                /**
                                 * @description class: 中图法 (CLC)
                                 * @enum {unknown}
                                 */
                                kind: "subject" | "class" | "language" | "agent";
                                value: string;
                                /** @description Sum of the contributions; halves in 90 days */
                                weight: number;
                                reason: string;
                                reasonZh: string;
                                evidence: {
                                    event: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                    type: string;
                                    purpose: string;
                                    record?: string;
                                    work?: string;
                                    /** @description What this event adds to the weight now */
                                    contribution: number;
                                }[];
                            }[];
                            /** @description Tags that the reader deleted; they stay away */
                            hidden: {
                                /**
                                 * @description class: 中图法 (CLC)
                                 * @enum {unknown}
                                 */
                                kind: "subject" | "class" | "language" | "agent";
                                /** @description Empty: the whole kind */
                                value: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                at: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the reader allows */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description One for each purpose; off unless granted */
                            consents: {
                                /**
                                 * @description service is not among them: what was asked is answered without consent
                                 * @enum {unknown}
                                 */
                                purpose: "personalisation" | "statistics" | "research";
                                granted: boolean;
                                controller: string;
                                textVersion?: string;
                                separate?: boolean;
                                guardian?: boolean;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                at?: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                withdrawnAt?: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        /** Allow a purpose, or withdraw: its events are deleted at once */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description service is not among them: what was asked is answered without consent
                         * @enum {unknown}
                         */
                        purpose: "personalisation" | "statistics" | "research";
                        granted: boolean;
                        /** @description Version of the text that the reader saw */
                        textVersion: string;
                        /**
                         * @description Given apart, for a sharing that needs its own consent
                         * @default false
                         */
                        separate?: boolean;
                        /**
                         * @description A guardian gave it for a reader under 14
                         * @default false
                         */
                        guardian?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description One for each purpose; off unless granted */
                            consents: {
                                /**
                                 * @description service is not among them: what was asked is answered without consent
                                 * @enum {unknown}
                                 */
                                purpose: "personalisation" | "statistics" | "research";
                                granted: boolean;
                                controller: string;
                                textVersion?: string;
                                separate?: boolean;
                                guardian?: boolean;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                at?: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                withdrawnAt?: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything kept on the reader */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            subject: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            at: string;
                            /** @description All that were ever given, oldest first */
                            consents: {
                                /**
                                 * @description service is not among them: what was asked is answered without consent
                                 * @enum {unknown}
                                 */
                                purpose: "personalisation" | "statistics" | "research";
                                granted: boolean;
                                controller: string;
                                textVersion?: string;
                                separate?: boolean;
                                guardian?: boolean;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                at?: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                withdrawnAt?: string;
                            }[];
                            events: {
                                /** @description Made by the sender; the same id twice is one event */
                                id: string;
                                /** @enum {unknown} */
                                type: "search" | "view" | "request" | "open" | "download" | "cite" | "save" | "dismiss" | "feedback";
                                /** Format: date-time */
                                at: string;
                                session?: string;
                                object?: {
                                    source?: string;
                                    record?: string;
                                    work?: string;
                                    holding?: string;
                                    service?: string;
                                };
                                member?: string;
                                /**
                                 * @description What the reader may allow; service needs no consent because it answers what was asked
                                 * @enum {unknown}
                                 */
                                purpose: "service" | "personalisation" | "statistics" | "research";
                                consentVersion?: string;
                                /** @description web, mini-program, desk, api */
                                channel?: string;
                                list?: {
                                    id: string;
                                    position: number;
                                    ranker?: string;
                                    propensity?: number;
                                };
                                /** @description COUNTER R5.1 attributes */
                                counter?: {
                                    metric?: string;
                                    dataType?: string;
                                    accessType?: string;
                                    accessMethod?: string;
                                    yop?: string;
                                };
                            }[];
                            profile: {
                                /** @description False without consent: nothing is kept or used */
                                personalised: boolean;
                                explanation: string;
                                explanationZh: string;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                asOf: string;
                                /** @description Strongest first, at most 500 */
                                weights: {
                                    /**
                                     * @description class: 中图法 (CLC)
                                     * @enum {unknown}
                                     */
                                    kind: "subject" | "class" | "language" | "agent";
                                    value: string;
                                    /** @description Sum of the contributions; halves in 90 days */
                                    weight: number;
                                    reason: string;
                                    reasonZh: string;
                                    evidence: {
                                        event: string;
                                        /**
                                         * Format: date-time
                                         * @description ISO 8601, UTC
                                         */
                                        at: string;
                                        type: string;
                                        purpose: string;
                                        record?: string;
                                        work?: string;
                                        /** @description What this event adds to the weight now */
                                        contribution: number;
                                    }[];
                                }[];
                                /** @description Tags that the reader deleted; they stay away */
                                hidden: {
                                    /**
                                     * @description class: 中图法 (CLC)
                                     * @enum {unknown}
                                     */
                                    kind: "subject" | "class" | "language" | "agent";
                                    /** @description Empty: the whole kind */
                                    value: string;
                                    /**
                                     * Format: date-time
                                     * @description ISO 8601, UTC
                                     */
                                    at: string;
                                }[];
                            };
                            feedback: unknown;
                            /** @description Why each field is kept and until when */
                            fields: unknown;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Everything of the reader is erased, with a receipt */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            at: string;
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys that certificates are signed with, those of earlier times included (JSON Web Key Set) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            keys: {
                                [key: string]: string;
                            }[];
                        };
                    };
                };
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{member}/{service}/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member: string;
                    service: string;
                    path: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
                /** @description What the member’s service answered */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member: string;
                    service: string;
                    path: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
                /** @description What the member’s service answered */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
            };
        };
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member: string;
                    service: string;
                    path: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
                /** @description What the member’s service answered */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
            };
        };
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member: string;
                    service: string;
                    path: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
                /** @description What the member’s service answered */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
            };
        };
        options: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member: string;
                    service: string;
                    path: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
                /** @description What the member’s service answered */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
            };
        };
        head: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member: string;
                    service: string;
                    path: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
                /** @description What the member’s service answered */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
            };
        };
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    member: string;
                    service: string;
                    path: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                400: components["responses"]["Problem"];
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                409: components["responses"]["Problem"];
                413: components["responses"]["Problem"];
                414: components["responses"]["Problem"];
                415: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                429: components["responses"]["Problem"];
                500: components["responses"]["Problem"];
                502: components["responses"]["Problem"];
                503: components["responses"]["Problem"];
                504: components["responses"]["Problem"];
                /** @description What the member’s service answered */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
            };
        };
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Problem
         * @description RFC 9457 problem details
         */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            code: string;
            requestId: string;
            errors?: {
                path: string;
                expected: string;
                got: string;
            }[];
        };
    };
    responses: {
        /** @description Problem details */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
