package dev.greenlane.engine.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shell text split into commands and words, as far as examples need it.
 *
 * @param hasMore whether the text holds redirections or expansions, which are not read here
 */
record ShellWords(List<Simple> commands, boolean hasMore) {

    ShellWords {
        commands = List.copyOf(commands);
    }

    /** A command without its redirections. */
    record Simple(List<String> words, boolean piped) {
        Simple {
            words = List.copyOf(words);
        }
    }

    static ShellWords split(String text) {
        return new Splitter(text).split();
    }

    private static final class Splitter {
        private final String text;
        private final List<Simple> commands = new ArrayList<>();
        private List<String> words = new ArrayList<>();
        private @Nullable StringBuilder word;
        private boolean piped;
        private boolean hasMore;
        private boolean skipWord;

        Splitter(String text) {
            this.text = text;
        }

        ShellWords split() {
            char quote = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                char following = i + 1 < text.length() ? text.charAt(i + 1) : 0;
                hasMore |= quote != '\'' && (c == '$' || c == '`');
                if (quote != 0) {
                    if (c == quote) {
                        quote = 0;
                    } else if (c == '\\' && quote == '"' && "\"\\$`".indexOf(following) >= 0) {
                        word().append(following);
                        i++;
                    } else {
                        word().append(c);
                    }
                    continue;
                }
                switch (c) {
                    case '\'', '"' -> {
                        quote = c;
                        word();
                    }
                    case '\\' -> {
                        word().append(following);
                        i++;
                    }
                    case ' ', '\n' -> endWord();
                    case '|' -> {
                        endCommand(following != '|');
                        i += following == '|' ? 1 : 0;
                    }
                    case ';', '&' -> {
                        endCommand(false);
                        i += following == '&' ? 1 : 0;
                    }
                    case '<', '>' -> {
                        endRedirected();
                        piped |= c == '<';
                        i += following == c || following == '&' ? 1 : 0;
                    }
                    default -> word().append(c);
                }
            }
            endCommand(false);
            return new ShellWords(commands, hasMore);
        }

        private StringBuilder word() {
            if (word == null) {
                word = new StringBuilder();
            }
            return word;
        }

        private void endWord() {
            if (word != null) {
                if (!skipWord) {
                    words.add(word.toString());
                }
                skipWord = false;
                word = null;
            }
        }

        private void endRedirected() {
            hasMore = true;
            if (word != null && !word.isEmpty() && word.chars().allMatch(Character::isDigit)) {
                word = null;
            }
            endWord();
            skipWord = true;
        }

        private void endCommand(boolean pipes) {
            endWord();
            while (!words.isEmpty() && words.get(0).matches("[A-Za-z_]\\w*=.*")) {
                words.remove(0);
            }
            if (!words.isEmpty()) {
                commands.add(new Simple(words, piped));
            }
            words = new ArrayList<>();
            piped = pipes;
            skipWord = false;
        }
    }
}
