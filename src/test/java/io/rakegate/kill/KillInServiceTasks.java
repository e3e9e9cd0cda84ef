package io.rakegate.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Configuration;

/**
 * Kills the application with SIGKILL the first time each service task has done its work, calls out included, and
 * before its transaction is committed: the worst moment there is.
 */
@Configuration(proxyBeanMethods = false)
class KillInServiceTasks implements BeanPostProcessor {

    private final Path killed = Path.of(System.getProperty("rakegate.kill.marks"));

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof JavaDelegate delegate && !name.equals("throwMessage")) {
            return (JavaDelegate) execution -> {
                delegate.execute(execution);
                killOnceAt(execution.getCurrentActivityId());
            };
        }
        return bean;
    }

    private void killOnceAt(String activityId) throws IOException {
        try {
            Files.createFile(killed.resolve(activityId));
        } catch (FileAlreadyExistsException killedHereBefore) {
            return;
        }
        new ProcessBuilder("kill", "-9", String.valueOf(ProcessHandle.current().pid())).start();
        while (true) {
            // nothing more happens in this thread: the transaction must not commit
            LockSupport.park();
        }
    }

    static Path mark(Path directory, String activityId) {
        try {
            return Files.createDirectories(directory).resolve(activityId);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
