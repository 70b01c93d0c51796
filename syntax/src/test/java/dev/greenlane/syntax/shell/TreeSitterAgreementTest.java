package dev.greenlane.syntax.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TreeSitterBash;

/**
 * A second reader, tree-sitter's, must not find commands that ours does not, where it can read a script. It takes some
 * keywords for commands and some words for regular expressions, and does not look into every here-document, so what
 * only ours finds is let pass, and on scripts that are not ours a few differences.
 */
class TreeSitterAgreementTest {
    private static final Set<String> NO_COMMANDS =
            Set.of("[[", "if", "then", "elif", "else", "fi", "for", "while", "until", "do", "done", "case", "time");

    @Test
    void noCommandOfOurScriptsIsMissed() {
        assertThat(differences(ShellTexts.own())).isEmpty();
    }

    @Test
    void hardlyACommandOfAnyScriptIsMissed() {
        List<ShellTexts.ShellText> scripts = ShellTexts.all();
        List<String> differences = differences(scripts);
        assertThat(differences).hasSizeLessThanOrEqualTo(scripts.size() / 20);
    }

    private static List<String> differences(List<ShellTexts.ShellText> scripts) {
        int compared = 0;
        List<String> differences = new ArrayList<>();
        for (ShellTexts.ShellText script : scripts) {
            String text = script.text();
            if (text.length() != text.getBytes(StandardCharsets.UTF_8).length) {
                continue;
            }
            TSParser parser = new TSParser();
            parser.setLanguage(new TreeSitterBash());
            TSNode root = parser.parseString(null, text).getRootNode();
            Script read = ShellReader.read(text);
            if (root.hasError() || !read.readable()) {
                continue;
            }
            compared++;
            Set<String> theirs = new TreeSet<>();
            addCommands(root, text, theirs);
            theirs.removeAll(commands(read, text));
            if (!theirs.isEmpty()) {
                differences.add(script.file() + ": only tree-sitter has " + theirs);
            }
        }
        System.out.printf(
                "tree-sitter and the reader agree on %d of %d scripts%n", compared - differences.size(), compared);
        return differences;
    }

    private static Set<String> commands(Script script, String text) {
        Set<String> commands = new TreeSet<>();
        for (Command.Simple command : Trees.all(script, Command.Simple.class)) {
            if (!command.words().isEmpty()) {
                Word name = command.words().getFirst();
                commands.add(name.span().start() + " " + name.span().in(text));
            }
        }
        return commands;
    }

    private static void addCommands(TSNode node, String text, Set<String> commands) {
        switch (node.getType()) {
            case "command_name", "declaration_command", "unset_command", "test_command" -> {
                TSNode name = node.getType().equals("command_name") ? node : node.getChild(0);
                String word = text.substring(name.getStartByte(), name.getEndByte());
                if (!NO_COMMANDS.contains(word) && !word.startsWith("((")) {
                    commands.add(name.getStartByte() + " " + word);
                }
            }
            default -> {}
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            addCommands(node.getChild(i), text, commands);
        }
    }
}
