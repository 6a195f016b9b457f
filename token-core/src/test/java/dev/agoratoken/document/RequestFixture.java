package dev.agoratoken.document;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.service.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Token requests as a JSON library returns them. */
final class RequestFixture {
    private RequestFixture() {}

    /** An object of these names and values, in this order. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    static Map<String, Object> rtc(Object... more) {
        Map<String, Object> rtc = object("type", "rtc", "channel", "testing");
        rtc.putAll(object(more));
        return rtc;
    }

    static Map<String, Object> request(List<?> services, Object... more) {
        Map<String, Object> request = object("services", services);
        request.putAll(object(more));
        return request;
    }

    /** The one service of a request with nothing else in it. */
    static Service service(Object... namesAndValues) {
        TokenRequest read = TokenRequestDocument.read(request(List.of(object(namesAndValues))));
        return read.services().get(0);
    }

    static InvalidDocumentException refused(Object tree) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> TokenRequestDocument.read(tree));
    }

    /** The errors of a request for this service, one a line. */
    static List<String> errorsOf(Map<String, Object> service) {
        return errors(request(List.of(service)));
    }

    static List<String> errors(Object tree) {
        return refused(tree).errors().stream().map(FieldError::toString).toList();
    }
}
