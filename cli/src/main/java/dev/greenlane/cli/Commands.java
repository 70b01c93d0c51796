package dev.greenlane.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, and hands the world to those that ask for it. */
final class Commands implements IFactory {
    private final Outside outside;

    Commands(Outside outside) {
        this.outside = outside;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            return type.getDeclaredConstructor(Outside.class).newInstance(outside);
        } catch (NoSuchMethodException e) {
            return CommandLine.defaultFactory().create(type);
        }
    }
}
