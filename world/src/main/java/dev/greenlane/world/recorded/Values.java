package dev.greenlane.world.recorded;

import dev.greenlane.engine.look.Repository;
import java.io.StringWriter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Questions and answers as JSON: texts, numbers, lists and names of constants as themselves, a record as the list of its components,
 * an absent value as {@code null}, a repository as its root.
 */
final class Values {

    private static final JsonFactory JSON = new JsonFactory();

    private Values() {}

    static String write(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(value, json);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator json) {
        switch (value) {
            case Optional<?> optional when optional.isEmpty() -> json.writeNull();
            case Optional<?> optional -> write(optional.get(), json);
            case Repository repository -> json.writeString(repository.root());
            case Set<?> set -> write(set.stream().map(String::valueOf).sorted().toList(), json);
            case Collection<?> list -> {
                json.writeStartArray();
                list.forEach(each -> write(each, json));
                json.writeEndArray();
            }
            case Record record -> {
                json.writeStartArray();
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    write(component(record, component), json);
                }
                json.writeEndArray();
            }
            case Boolean bool -> json.writeBoolean(bool);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Enum<?> constant -> json.writeString(constant.name());
            default -> json.writeString(value.toString());
        }
    }

    private static Object component(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException where the text is no JSON */
    static void check(String text) {
        if (tree(text) == null && !text.equals("null")) {
            throw new IllegalArgumentException("no JSON: " + text);
        }
    }

    /** The root of the repository that an answer is; empty where it is none. */
    static Optional<String> root(String answer) {
        return tree(answer) instanceof String root ? Optional.of(root) : Optional.empty();
    }

    /** The value of a type that an answer is; empty where it is none. */
    static Optional<Object> read(String answer, Type type) {
        try {
            return answer.isEmpty() ? Optional.empty() : Optional.of(value(tree(answer), type));
        } catch (ClassCastException
                | IndexOutOfBoundsException
                | ArithmeticException
                | ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private static Object value(@Nullable Object tree, Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Type of = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return tree == null ? Optional.empty() : Optional.of(value(tree, of));
            }
            List<Object> values = new ArrayList<>();
            for (Object each : list(tree)) {
                values.add(value(each, of));
            }
            return List.copyOf(values);
        }
        if (type == int.class || type == Integer.class) {
            return Math.toIntExact((Long) present(tree));
        }
        if (type instanceof Class<?> enumType && enumType.isEnum()) {
            for (Object constant : enumType.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(tree)) {
                    return constant;
                }
            }
            throw new ClassCastException("no such constant");
        }
        return type instanceof Class<?> recordType && recordType.isRecord()
                ? record(list(tree), recordType)
                : present(tree);
    }

    private static Object record(List<?> trees, Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(trees.get(i), components[i].getGenericType());
        }
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    private static List<?> list(@Nullable Object tree) {
        return (List<?>) present(tree);
    }

    private static Object present(@Nullable Object tree) {
        if (tree == null) {
            throw new ClassCastException("there is no value");
        }
        return tree;
    }

    private static @Nullable Object tree(String text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            return tree(json, json.nextToken());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON: " + text, e);
        }
    }

    private static @Nullable Object tree(JsonParser json, @Nullable JsonToken token) {
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                    list.add(tree(json, next));
                }
                yield list;
            }
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_STRING -> json.getString();
            default -> null;
        };
    }
}
