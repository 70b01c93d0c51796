package dev.greenlane.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, as its manifest says it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"greenlane " + number()};
    }

    static String number() {
        String version = Greenlane.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
