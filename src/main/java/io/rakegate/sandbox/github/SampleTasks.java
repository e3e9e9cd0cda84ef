package io.rakegate.sandbox.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All sample tasks, read from {@code sandbox/github/} on the class path. */
@InSandbox
@Component("sandboxGitHubSampleTasks")
public class SampleTasks {

    private static final String ROOT = "sandbox/github/";
    private static final String SHEET = "/pull-request.yaml";

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final ObjectMapper yaml =
            new YAMLMapper().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
    private final List<SampleTask> tasks;

    SampleTasks() {
        this.tasks = found("pull-requests/*" + SHEET)
                .map(this::read)
                .sorted(Comparator.comparing(SampleTask::slug))
                .toList();
    }

    /** All of them by the names of their folders. */
    public List<SampleTask> all() {
        return tasks;
    }

    /**
     * The one whose folder has this name.
     *
     * @throws Refusal if there is none
     */
    public SampleTask get(String slug) {
        return tasks.stream()
                .filter(task -> task.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable("There is no sample task \"" + slug + "\"."));
    }

    /** The files of the repository before any pull request. */
    Map<String, String> repositoryFiles() {
        return files("repository/");
    }

    private SampleTask read(Resource sheet) {
        String path = address(sheet);
        String folder = path.substring(0, path.length() - SHEET.length());
        String slug = folder.substring(folder.lastIndexOf('/') + 1);
        try {
            Map<String, Object> values = yaml.readValue(text(sheet), new TypeReference<TreeMap<String, Object>>() {});
            values.put("slug", slug);
            values.put("files", files("pull-requests/" + slug + "/files/"));
            return yaml.convertValue(values, SampleTask.class);
        } catch (IOException | IllegalArgumentException wrong) {
            throw new IllegalStateException("The sample task " + slug + " cannot be read.", wrong);
        }
    }

    private Map<String, String> files(String folder) {
        Map<String, String> files = new TreeMap<>();
        found(folder + "**").filter(Resource::isReadable).forEach(file -> {
            String path = address(file);
            if (!path.endsWith("/")) {
                files.put(path.substring(path.lastIndexOf(ROOT + folder) + (ROOT + folder).length()), text(file));
            }
        });
        return files;
    }

    private Stream<Resource> found(String pattern) {
        try {
            return Stream.of(resources.getResources("classpath*:" + ROOT + pattern));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The sandbox's sample tasks cannot be read.", unreadable);
        }
    }

    private static String address(Resource resource) {
        try {
            return URLDecoder.decode(resource.getURL().toString(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The sandbox's sample tasks cannot be read.", unreadable);
        }
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("A file of the sandbox's sample tasks cannot be read.", unreadable);
        }
    }
}
