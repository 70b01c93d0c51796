package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.value.Argument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the words of one call gave to the names of its description. Filled by {@link Binder}. Not thread-safe. */
final class Bindings {

    private @Nullable Slot[] slots = new @Nullable Slot[16];
    private Usage usage;
    private boolean unclear;
    private @Nullable Argument undescribed;
    private Usage.@Nullable Unlisted unlisted;
    private List<Argument> operands = List.of();

    Bindings(Usage usage) {
        this.usage = usage;
    }

    /** The values of one name. */
    private static final class Slot {
        private final List<Argument> values = new ArrayList<>(2);
        /** Where each of several commands begins in the values; empty where the values are no commands. */
        private final List<Integer> commands = new ArrayList<>(0);
        /** How many operands stand before and at the last value; negative where the last value is no operand. */
        private int operandsBehind = -1;
    }

    private @Nullable Slot find(int number) {
        return number < slots.length ? slots[number] : null;
    }

    private Slot slot(int number) {
        Slot slot = find(number);
        if (slot == null) {
            slot = new Slot();
            if (number >= slots.length) {
                slots = Arrays.copyOf(slots, 2 * number);
            }
            slots[number] = slot;
        }
        return slot;
    }

    void set(int number) {
        slot(number);
    }

    void clear(int number) {
        if (number < slots.length) {
            slots[number] = null;
        }
    }

    void add(int number, Argument value) {
        slot(number).values.add(value);
    }

    void addOperand(int number, Argument value, int operandsBehind) {
        Slot slot = slot(number);
        slot.values.add(value);
        slot.operandsBehind = operandsBehind;
    }

    void addCommand(int number, List<Argument> words) {
        Slot slot = slot(number);
        slot.commands.add(slot.values.size());
        slot.values.addAll(words);
    }

    boolean has(int number) {
        return find(number) != null;
    }

    /** The values of a name; none where it was not given or has no value. */
    List<Argument> values(int number) {
        Slot slot = find(number);
        return slot == null ? List.of() : slot.values;
    }

    /** The values of a name, each command apart. */
    List<List<Argument>> commands(int number) {
        Slot slot = find(number);
        if (slot == null || slot.values.isEmpty()) {
            return List.of();
        }
        if (slot.commands.isEmpty()) {
            return List.of(slot.values);
        }
        List<List<Argument>> commands = new ArrayList<>(slot.commands.size());
        for (int i = 0; i < slot.commands.size(); i++) {
            int end = i + 1 < slot.commands.size() ? slot.commands.get(i + 1) : slot.values.size();
            commands.add(slot.values.subList(slot.commands.get(i), end));
        }
        return commands;
    }

    /** The operands behind the value of a name; all operands where the value is a flag's. */
    List<Argument> operandsBehind(int number) {
        Slot slot = find(number);
        return slot == null ? List.of() : operands.subList(Math.max(slot.operandsBehind, 0), operands.size());
    }

    void operands(List<Argument> all) {
        operands = all;
    }

    /** The usage that the subcommands led to. */
    Usage usage() {
        return usage;
    }

    void usage(Usage next) {
        usage = next;
    }

    /** Whether a flag stands there of which only the beginning is known. */
    boolean isUnclear() {
        return unclear;
    }

    void unclear() {
        unclear = true;
    }

    /** A subcommand that is not described. */
    Optional<Argument> undescribed() {
        return Optional.ofNullable(undescribed);
    }

    void undescribed(Argument subcommand, Usage.@Nullable Unlisted where) {
        undescribed = subcommand;
        unlisted = where;
    }

    /** Where the subcommand that is not described may have got a meaning. */
    Optional<Usage.Unlisted> unlisted() {
        return Optional.ofNullable(unlisted);
    }
}
