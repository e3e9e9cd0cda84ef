package io.rakegate.process.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.camunda.bpm.engine.impl.variable.serializer.PrimitiveValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Stores a text that its column cannot hold as bytes; to everyone who reads it, it is a text as any other. */
final class LongTextSerializer extends PrimitiveValueSerializer<StringValue> {

    LongTextSerializer() {
        super(ValueType.STRING);
    }

    @Override
    public String getName() {
        return "longString";
    }

    @Override
    protected boolean canWriteValue(TypedValue value) {
        return value.getValue() instanceof String text && text.length() > LongTexts.COLUMN;
    }

    @Override
    public StringValue convertToTypedValue(UntypedValueImpl value) {
        return Variables.stringValue((String) value.getValue(), value.isTransient());
    }

    @Override
    public StringValue readValue(ValueFields fields, boolean asTransientValue) {
        byte[] bytes = fields.getByteArrayValue();
        return Variables.stringValue(bytes == null ? null : new String(bytes, UTF_8), asTransientValue);
    }

    @Override
    public void writeValue(StringValue value, ValueFields fields) {
        fields.setByteArrayValue(value.getValue().getBytes(UTF_8));
    }
}
