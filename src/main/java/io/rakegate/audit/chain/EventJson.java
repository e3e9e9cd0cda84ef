package io.rakegate.audit.chain;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.rakegate.audit.LinkHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;

/**
 * Canonical JSON: the same facts are the same bytes. Names in alphabetical order, no white space, times in UTC, nothing
 * that is null. Of a history event it keeps every plain value; a long text or bytes stand there by length and hash.
 */
final class EventJson {

    /** Longer texts are kept by their hash: the whole text is in the history, and the hash shows whether it is the same. */
    static final int LONGEST_TEXT = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addModule(new SimpleModule()
                    .addSerializer(new Texts())
                    .addSerializer(new Bytes())
                    .addSerializer(new Times())
                    .setSerializerModifier(new PlainValuesOnly()))
            .build();

    private EventJson() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(
                    "A history event cannot be written, so what it tells of must not be", unwritable);
        }
    }

    /** Leaves out what an event refers to beyond itself, such as the engine's own helpers. */
    private static final class PlainValuesOnly extends BeanSerializerModifier {

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
            return properties.stream()
                    .filter(property -> isPlain(property.getType().getRawClass()))
                    .toList();
        }

        private static boolean isPlain(Class<?> type) {
            return type.isPrimitive()
                    || type == String.class
                    || type == Boolean.class
                    || type == byte[].class
                    || Number.class.isAssignableFrom(type)
                    || Date.class.isAssignableFrom(type);
        }
    }

    private static final class Texts extends StdSerializer<String> {

        private static final long serialVersionUID = 1L;

        Texts() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (text.length() <= LONGEST_TEXT) {
                json.writeString(text);
            } else {
                hashed(json, text.length(), LinkHash.of(text));
            }
        }
    }

    private static final class Bytes extends StdSerializer<byte[]> {

        private static final long serialVersionUID = 1L;

        Bytes() {
            super(byte[].class);
        }

        @Override
        public void serialize(byte[] bytes, JsonGenerator json, SerializerProvider provider) throws IOException {
            hashed(json, bytes.length, LinkHash.of(bytes));
        }
    }

    private static final class Times extends StdSerializer<Date> {

        private static final long serialVersionUID = 1L;

        Times() {
            super(Date.class);
        }

        @Override
        public void serialize(Date time, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(time.toInstant().toString());
        }
    }

    private static void hashed(JsonGenerator json, int length, String sha256) throws IOException {
        json.writeStartObject();
        json.writeNumberField("length", length);
        json.writeStringField("sha256", sha256);
        json.writeEndObject();
    }
}
