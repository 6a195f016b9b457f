package dev.agoratoken.http.legacy;

import java.util.LinkedHashMap;
import java.util.Map;

/** How the clients of a route expect an error (docs/reference/http-contract.md#routes-of-other-token-servers). */
enum AnswerFormat {
    /** {@code {"token":"","code":"400","error":…}}. */
    TOKEN_AND_CODE {
        @Override
        Map<String, Object> error(int status, String message) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("token", "");
            body.put("code", Integer.toString(status));
            body.put("error", message);
            return body;
        }
    },
    /** {@code {"error":…}}. */
    ERROR {
        @Override
        Map<String, Object> error(int status, String message) {
            return Map.of("error", message);
        }
    },
    /** {@code {"code":400,"msg":…}}; success is {@code {"code":0,"msg":"success","data":{…}}}. */
    CODE_AND_MESSAGE {
        @Override
        Map<String, Object> error(int status, String message) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("code", status);
            body.put("msg", message);
            return body;
        }
    };

    abstract Map<String, Object> error(int status, String message);

    /** The successful answer of {@link #CODE_AND_MESSAGE}. */
    static Map<String, Object> success(Map<String, Object> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", 0);
        body.put("msg", "success");
        body.put("data", data);
        return body;
    }
}
