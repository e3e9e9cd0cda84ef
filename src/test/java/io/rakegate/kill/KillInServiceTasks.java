package io.rakegate.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.aopalliance.intercept.MethodInterceptor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.aop.framework.ProxyFactory;
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
        if (bean instanceof JavaDelegate && !name.equals("throwMessage")) {
            // of the delegate's own class, since diagrams may name beans of the catalogue only
            ProxyFactory killing = new ProxyFactory(bean);
            killing.setProxyTargetClass(true);
            killing.addAdvice((MethodInterceptor) call -> {
                Object result = call.proceed();
                if (call.getArguments().length == 1 && call.getArguments()[0] instanceof DelegateExecution execution) {
                    killOnceAt(execution.getCurrentActivityId());
                }
                return result;
            });
            return killing.getProxy();
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
