package dev.greenlane.engine.understand.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands in the configuration of Terraform: provisioners run them here or on the new machine, data sources that are programs run
 * here with every plan (<a href="https://developer.hashicorp.com/terraform/language/provisioners">provisioners</a>).
 */
final class Terraform {

    private static final int MOST_BLOCKS = 100;
    private static final Pattern BLOCK =
            Pattern.compile("(provisioner|data)\\s+\"(local-exec|remote-exec|external)\"[^{\\n]{0,200}\\{");
    private static final Pattern SETTING = Pattern.compile("(?m)^[ \\t]*(command|inline|program)[ \\t]*=[ \\t]*");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*+)\"");
    private static final Pattern DOCUMENT = Pattern.compile("<<[-~]?(\\w{1,40})[ \\t]*\\n");

    private Terraform() {}

    static List<Meaning> read(String text) {
        List<Meaning> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        for (int blocks = 0; blocks < MOST_BLOCKS && block.find(); blocks++) {
            Moment moment = block.group(2).equals("remote-exec") ? Moment.IF_RUN_ELSEWHERE : Moment.IF_RUN;
            Matcher setting = SETTING.matcher(text).region(block.end(), end(text, block.end()));
            while (setting.find()) {
                commands(
                                text,
                                setting.end(),
                                setting.regionEnd(),
                                setting.group(1).equals("program"))
                        .forEach(command -> found.add(new Meaning.Runs(command, "shell", moment)));
            }
        }
        return found;
    }

    /** Where the braces close that are open here, as far as texts leave them alone. */
    private static int end(String text, int from) {
        int open = 1;
        for (int i = from; i < text.length(); i++) {
            open += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        return text.length();
    }

    private static List<String> commands(String text, int from, int end, boolean words) {
        Matcher document = DOCUMENT.matcher(text).region(from, end);
        if (document.lookingAt()) {
            int close = text.indexOf("\n", document.end());
            while (close > 0 && !text.startsWith(document.group(1), indented(text, close + 1))) {
                close = text.indexOf("\n", close + 1);
            }
            return List.of(text.substring(document.end(), close < 0 ? end : close));
        }
        boolean list = from < end && text.charAt(from) == '[';
        int stop = list ? Math.max(text.indexOf(']', from), from) : text.indexOf('\n', from);
        Matcher each = TEXT.matcher(text).region(from, stop < 0 ? end : Math.min(stop, end));
        List<String> texts = new ArrayList<>();
        while (each.find()) {
            texts.add(each.group(1).replace("\\n", "\n").replaceAll("\\\\(.)", "$1"));
        }
        return words ? List.of(String.join(" ", texts)) : texts;
    }

    private static int indented(String text, int line) {
        int at = line;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
