package io.rakegate.journey;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Processor time used so far: unlike time on the clock, it hardly depends on what else the machine does.
 *
 * @param application that of this JVM, load tool included
 * @param database that of the PostgreSQL server and all its processes
 */
record CpuTime(Duration application, Duration database) {

    static CpuTime now(JdbcClient jdbc) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long backend = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
        ProcessHandle server =
                ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
        Duration database = server.children().map(CpuTime::of).reduce(of(server), Duration::plus);
        return new CpuTime(Duration.ofNanos(system.getProcessCpuTime()), database);
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    CpuTime since(CpuTime earlier) {
        return new CpuTime(application.minus(earlier.application), database.minus(earlier.database));
    }
}
