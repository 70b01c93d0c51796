package dev.greenlane.engine.understand;

import dev.greenlane.engine.effect.Effect;
import dev.greenlane.syntax.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Command lines that are said to be for a POSIX shell and are evidently written in PowerShell, as agents on Windows send them.
 * Which of the two runs them nobody can tell, so both readings count; only what POSIX shells cannot run because it is
 * PowerShell counts once.
 */
final class PowershellInShell {

    private static final String CMDLET =
            "(?:Get|Set|New|Remove|Move|Copy|Write|Test|Start|Stop|Restart|Add|Clear|Invoke|Import|Export|Out|Join|Split|"
                + "Select|Where|ForEach|Sort|Expand|Compress|ConvertTo|ConvertFrom|Rename|Resolve|Install|Uninstall|"
                + "Register|Enable|Disable)-[A-Z][A-Za-z]+(?![\\w-])";
    private static final String VARIABLE = "\\$(?:env:|global:|script:)?[A-Za-z_]\\w*";

    /** How a statement begins that only PowerShell can read. */
    private static final Pattern STATEMENT =
            Pattern.compile(CMDLET + "|" + VARIABLE + "[ \\t]*(?:[+-]?=[ \\t]|\\||[.\\[])|\\[[A-Za-z][\\w.]*]::"
                    + "|&[ \\t]+(?:\"|'|\\$)|(?:if|while|elseif)[ \\t]*\\((?!\\()[^\\n]*\\{|foreach[ \\t]*\\([ \\t]*\\$"
                    + "|try[ \\t]*\\{|param[ \\t]*\\(");

    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]*(?:" + STATEMENT.pattern() + ")");

    /** Quotes and comments that shells read otherwise, so that code of one of them could hide from the other. */
    private static final Pattern HIDES = Pattern.compile("@['\"]|<#|`|''|\"\"");

    private PowershellInShell() {}

    /** Whether a line of the text begins as only PowerShell's do. */
    static boolean isEvident(String text) {
        return LINE.matcher(text).find();
    }

    /** Whether what a POSIX shell makes of {@code effect}'s place is no more than that it is PowerShell. */
    static boolean isNothingElse(Effect effect, String text) {
        Span span = effect.circumstances().span();
        if (!(effect instanceof Effect.NotUnderstood) || span.end() > text.length()) {
            return false;
        }
        Matcher statement = STATEMENT.matcher(text).region(span.start(), text.length());
        boolean begins = statement.useTransparentBounds(true).lookingAt();
        return begins
                && !HIDES.matcher(text.substring(span.start(), span.end())).find();
    }
}
