package io.rakegate.identity.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Refuses texts that cannot be kept in the bodies that our interfaces read, at any depth. It looks at what was read, so
 * that it does not matter in which format and encoding it was sent.
 */
@RestControllerAdvice
class PlainBodies extends RequestBodyAdviceAdapter {

    private final ObjectMapper json;

    PlainBodies(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (!isPlain(json.valueToTree(body))) {
            throw new ErrorResponseException(
                    HttpStatus.BAD_REQUEST,
                    ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, PlainText.REFUSAL),
                    null);
        }
        return body;
    }

    private static boolean isPlain(JsonNode value) {
        if (value.isTextual()) {
            return PlainText.is(value.textValue());
        }
        boolean names = value.properties().stream().allMatch(field -> PlainText.is(field.getKey()));
        return names && value.valueStream().allMatch(PlainBodies::isPlain);
    }
}
