package dev.greenlane.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, as its manifest says it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Greenlane.class.getPackage().getImplementationVersion();
        return new String[] {"greenlane " + (version == null ? "(not packaged)" : version)};
    }
}
