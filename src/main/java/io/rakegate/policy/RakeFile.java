package io.rakegate.policy;

import io.rakegate.policy.ruby.RubyNode;
import io.rakegate.policy.ruby.RubyParser;
import io.rakegate.policy.ruby.RubyProblem;
import io.rakegate.policy.ruby.RubyTooIntricate;
import io.rakegate.policy.ruby.RubyTree;
import io.rakegate.pullrequest.ChangedFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rake file as a real Ruby parser reads it.
 *
 * @param path its path from the repository's root
 * @param tasks the tasks it defines, in order; empty if it cannot be read
 * @param root its syntax tree; null if it cannot be read
 * @param problem why it cannot be read; null if it can
 */
public record RakeFile(
        String path,
        List<RakeTask> tasks,
        @Nullable RubyNode root,
        @Nullable RubyProblem problem) {

    /** The largest file that is read, in bytes of UTF-8. */
    public static final int MAX_BYTES = RubyParser.MAX_BYTES;

    public RakeFile {
        tasks = List.copyOf(tasks);
    }

    /**
     * Why a file cannot be read as Ruby.
     *
     * @param line line of the parser's place, from 1; 0 if it is about the whole file
     * @param column column of the place in characters, from 1; 0 if it is about the whole file
     * @param sentence what is wrong there
     */
    public record Unreadable(int line, int column, String sentence) {}

    /** Why it cannot be read; empty if it can. */
    public Optional<Unreadable> unreadable() {
        return Optional.ofNullable(problem)
                .map(found -> new Unreadable(found.line(), found.column(), found.sentence()));
    }

    /** Reads the text of a file; never throws for odd text: what cannot be read has a {@link #problem()}. */
    public static RakeFile read(String path, String text) {
        RubyTree tree = RubyParser.parse(text);
        RubyNode root = tree.root();
        if (root == null) {
            return new RakeFile(path, List.of(), null, tree.problem());
        }
        try {
            return new RakeFile(path, TaskDefinitions.in(root), root, null);
        } catch (RubyTooIntricate tooIntricate) {
            return new RakeFile(path, List.of(), null, RubyProblem.of(tooIntricate));
        }
    }

    /** Reads a file as it is stored, which has to be UTF-8; what is not has a {@link #problem()}. */
    public static RakeFile read(String path, byte[] bytes) {
        try {
            return read(
                    path,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException notUtf8) {
            return read(path, "\uFFFD");
        }
    }

    /** Reads a file of a pull request; one whose text GitHub did not give has a {@link #problem()}. */
    public static RakeFile read(ChangedFile file) {
        String content = file.content();
        return content == null
                ? new RakeFile(
                        file.path(), List.of(), null, new RubyProblem(0, 0, "The file's text could not be fetched."))
                : read(file.path(), content);
    }

    /** The first task of this full name. */
    public Optional<RakeTask> task(String name) {
        return tasks.stream().filter(task -> name.equals(task.name())).findFirst();
    }

    /** Whether a task's name is computed when the file is loaded, so that reading it does not tell. */
    public boolean computesNames() {
        return tasks.stream().anyMatch(task -> task.name() == null);
    }
}
