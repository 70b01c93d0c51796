package dev.greenlane.engine.policy.condition;

import dev.greenlane.engine.policy.condition.Condition.Comparison;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Conditions as bytes: one byte for the node, then its parts. */
public final class ConditionData {

    private static final int NO = 0;
    private static final int YES = 1;
    private static final int FLAG = 2;
    private static final int NOT = 3;
    private static final int AND = 4;
    private static final int OR = 5;
    private static final int CHOICE = 6;
    private static final int SAME = 7;
    private static final int COMPARES = 8;
    private static final int MATCHES = 9;
    private static final int IN = 10;
    private static final int EXISTS = 11;
    private static final int ALL = 12;

    private static final int LITERAL = 0;
    private static final int VARIABLE = 1;
    private static final int ELEMENT = 2;

    private ConditionData() {}

    public static void write(Condition condition, DataOutput out) throws IOException {
        switch (condition) {
            case Condition.Constant(boolean value) -> out.writeByte(value ? YES : NO);
            case Condition.Flag(Variable variable) -> {
                out.writeByte(FLAG);
                write(variable, out);
            }
            case Condition.Not(Condition inner) -> {
                out.writeByte(NOT);
                write(inner, out);
            }
            case Condition.And(List<Condition> parts) -> {
                out.writeByte(AND);
                write(parts, out);
            }
            case Condition.Or(List<Condition> parts) -> {
                out.writeByte(OR);
                write(parts, out);
            }
            case Condition.Choice(Condition test, Condition then, Condition otherwise) -> {
                out.writeByte(CHOICE);
                write(test, out);
                write(then, out);
                write(otherwise, out);
            }
            case Condition.Same(Condition left, Condition right) -> {
                out.writeByte(SAME);
                write(left, out);
                write(right, out);
            }
            case Condition.Compares(Comparison comparison, Text left, Text right) -> {
                out.writeByte(COMPARES);
                out.writeByte(comparison.ordinal());
                write(left, out);
                write(right, out);
            }
            case Condition.Matches(Text text, LazyPattern pattern) -> {
                out.writeByte(MATCHES);
                write(text, out);
                out.writeUTF(pattern.text());
            }
            case Condition.In(Text text, Texts texts) -> {
                out.writeByte(IN);
                write(text, out);
                write(texts, out);
            }
            case Condition.Exists(String element, Texts texts, Condition inner) -> {
                out.writeByte(EXISTS);
                out.writeUTF(element);
                write(texts, out);
                write(inner, out);
            }
            case Condition.All(String element, Texts texts, Condition inner) -> {
                out.writeByte(ALL);
                out.writeUTF(element);
                write(texts, out);
                write(inner, out);
            }
        }
    }

    public static Condition read(DataInput in) throws IOException {
        int node = in.readByte();
        return switch (node) {
            case NO -> new Condition.Constant(false);
            case YES -> Condition.ALWAYS;
            case FLAG -> new Condition.Flag(readVariable(in));
            case NOT -> new Condition.Not(read(in));
            case AND -> new Condition.And(readParts(in));
            case OR -> new Condition.Or(readParts(in));
            case CHOICE -> new Condition.Choice(read(in), read(in), read(in));
            case SAME -> new Condition.Same(read(in), read(in));
            case COMPARES -> new Condition.Compares(Comparison.values()[in.readByte()], readText(in), readText(in));
            case MATCHES -> new Condition.Matches(readText(in), new LazyPattern(in.readUTF()));
            case IN -> new Condition.In(readText(in), readTexts(in));
            case EXISTS -> new Condition.Exists(in.readUTF(), readTexts(in), read(in));
            case ALL -> new Condition.All(in.readUTF(), readTexts(in), read(in));
            default -> throw new IOException("not a condition: " + node);
        };
    }

    private static void write(List<Condition> parts, DataOutput out) throws IOException {
        out.writeShort(parts.size());
        for (Condition part : parts) {
            write(part, out);
        }
    }

    private static List<Condition> readParts(DataInput in) throws IOException {
        int size = in.readUnsignedShort();
        List<Condition> parts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            parts.add(read(in));
        }
        return parts;
    }

    private static void write(Text text, DataOutput out) throws IOException {
        switch (text) {
            case Text.Literal(String value) -> {
                out.writeByte(LITERAL);
                out.writeUTF(value);
            }
            case Text.Of(Variable variable) -> {
                out.writeByte(VARIABLE);
                write(variable, out);
            }
            case Text.Element(String name) -> {
                out.writeByte(ELEMENT);
                out.writeUTF(name);
            }
        }
    }

    private static Text readText(DataInput in) throws IOException {
        int node = in.readByte();
        return switch (node) {
            case LITERAL -> new Text.Literal(in.readUTF());
            case VARIABLE -> new Text.Of(readVariable(in));
            case ELEMENT -> new Text.Element(in.readUTF());
            default -> throw new IOException("not a text: " + node);
        };
    }

    private static void write(Texts texts, DataOutput out) throws IOException {
        switch (texts) {
            case Texts.Literal(Set<String> values) -> {
                out.writeByte(LITERAL);
                out.writeShort(values.size());
                for (String value : values.stream().sorted().toList()) {
                    out.writeUTF(value);
                }
            }
            case Texts.Of(Variable variable) -> {
                out.writeByte(VARIABLE);
                write(variable, out);
            }
        }
    }

    private static Texts readTexts(DataInput in) throws IOException {
        int node = in.readByte();
        return switch (node) {
            case LITERAL -> {
                int size = in.readUnsignedShort();
                Set<String> values = HashSet.newHashSet(size);
                for (int i = 0; i < size; i++) {
                    values.add(in.readUTF());
                }
                yield new Texts.Literal(values);
            }
            case VARIABLE -> new Texts.Of(readVariable(in));
            default -> throw new IOException("not a list of texts: " + node);
        };
    }

    private static void write(Variable variable, DataOutput out) throws IOException {
        out.writeByte(variable.ordinal());
    }

    private static Variable readVariable(DataInput in) throws IOException {
        return Variable.values()[in.readByte()];
    }
}
