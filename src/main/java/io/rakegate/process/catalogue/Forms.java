package io.rakegate.process.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.rakegate.process.catalogue.Variable.Form;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Function;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;

/** The forms in which variables are kept: primitives and JSON, never files or Java objects. */
final class Forms {

    static final Form<String> TEXT = primitive("String", Object::toString);
    static final Form<Boolean> FLAG = primitive("Boolean", kept -> Boolean.valueOf(kept.toString()));
    static final Form<Long> NUMBER = primitive("Long", kept -> ((Number) kept).longValue());

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            // a variable written by an older version stays readable
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Forms() {}

    /** One of the values of an enumeration, in small letters. */
    static <E extends Enum<E>> Form<E> choice(Class<E> values) {
        return new Form<>() {
            @Override
            public String kind() {
                return "String";
            }

            @Override
            public Object toEngine(E value) {
                return value.name().toLowerCase(Locale.ROOT);
            }

            @Override
            public E fromEngine(Object kept) {
                return Enum.valueOf(values, kept.toString().toUpperCase(Locale.ROOT));
            }
        };
    }

    static <T> Form<T> json(TypeReference<T> type) {
        return new JsonForm<>(type);
    }

    private static <T> Form<T> primitive(String kind, Function<Object, T> reading) {
        return new Form<>() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public Object toEngine(T value) {
                return value;
            }

            @Override
            public T fromEngine(Object kept) {
                return reading.apply(kept);
            }
        };
    }

    private record JsonForm<T>(TypeReference<T> type) implements Form<T> {

        @Override
        public String kind() {
            return "Json";
        }

        @Override
        public Object toEngine(T value) {
            try {
                return SpinValues.jsonValue(JSON.writeValueAsString(value)).create();
            } catch (JsonProcessingException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        @Override
        public T fromEngine(Object kept) {
            try {
                return JSON.readValue(text(kept), type);
            } catch (JsonProcessingException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private static String text(Object kept) {
            return kept instanceof SpinJsonNode node ? node.toString() : kept.toString();
        }
    }
}
