package dev.greenlane.cli;

import dev.greenlane.cli.screen.Colour;
import dev.greenlane.cli.screen.Terminal;
import picocli.CommandLine.Option;

/** Whether output is coloured. */
final class ColourOption {
    @Option(
            names = {"--color", "--colour"},
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto, always or never. Default: auto, colour on a terminal unless NO_COLOR is set.")
    private Colour colour = Colour.AUTO;

    Terminal terminal(Outside outside) {
        return Terminal.ofOutput(colour, outside.environment(), outside.isTerminal());
    }
}
