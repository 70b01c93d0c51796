package dev.greenlane.engine.understand.target;

import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths as Windows writes them: {@code C:\\x}, {@code \\\\server\\share\\x}, {@code \\\\?\\C:\\x}, {@code ..\\x}. See "Naming Files,
 * Paths, and Namespaces" in Microsoft's documentation.
 */
final class WindowsPath {

    /** Where the folder for temporary files lies below a home. */
    static final List<String> TEMP = List.of("AppData", "Local", "Temp");

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:(?=/|$)");
    private static final Pattern SHARE = Pattern.compile("//[^/]+/[^/]+");
    /** The marks that switch the reading of names off, a shadow copy among them. */
    private static final Pattern MARK =
            Pattern.compile("//[.?]/(?:GLOBALROOT/Device/[^/]+)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern DISK =
            Pattern.compile("//[.?]/(?:PhysicalDrive|Harddisk)(\\d*).*|//[.?]/[A-Za-z]:", Pattern.CASE_INSENSITIVE);

    private WindowsPath() {}

    /** Whether a path that begins so can only be one of Windows. */
    static boolean is(String prefix) {
        boolean drive = prefix.length() > 2
                && prefix.charAt(1) == ':'
                && (prefix.charAt(2) == '\\' || prefix.charAt(2) == '/')
                && Character.isLetter(prefix.charAt(0));
        return drive || prefix.startsWith("\\\\");
    }

    /** The same path with slashes; raw disks as {@code /dev/disk}, without marks that only say how names are read. */
    static Value read(Value path) {
        Value slashes = path.pieces().stream()
                .map(piece -> piece instanceof Piece.Text text
                        ? Value.of(text.text().replace('\\', '/'))
                        : new Value(List.of(piece)))
                .reduce(Value.EMPTY, Value::then);
        Matcher disk = DISK.matcher(slashes.prefix());
        if (disk.matches()) {
            return Value.of("/dev/disk" + (disk.group(1) == null ? "" : disk.group(1)));
        }
        Matcher mark = MARK.matcher(slashes.prefix());
        return mark.lookingAt() ? slashes.withoutPrefix(mark.end()) : slashes;
    }

    /** The drive or the share that a path with slashes begins with, a drive's letter in upper case; else empty. */
    static String drive(String path) {
        Matcher drive = DRIVE.matcher(path);
        if (drive.lookingAt()) {
            return path.substring(0, 2).toUpperCase(Locale.ROOT);
        }
        Matcher share = SHARE.matcher(path);
        return share.lookingAt() ? share.group() : "";
    }
}
