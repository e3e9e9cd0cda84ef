package io.rakegate.attack;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every route that the application answers, asked of whoever registered it. */
public final class Routes {

    private static final int DEEPEST = 6;

    private final Set<String> routes = new TreeSet<>();

    /** {@code METHOD /path}, with {@code *} for any method; and each servlet's mapping as {@code SERVLET /path}. */
    public static Set<String> of(ApplicationContext context, ServletContext servlets) {
        Routes all = new Routes();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> all.spring(mapping.getHandlerMethods().keySet()));
        context.getBeansOfType(AbstractUrlHandlerMapping.class)
                .values()
                .forEach(
                        mapping -> mapping.getHandlerMap().keySet().forEach(pattern -> all.routes.add("* " + pattern)));
        for (Map.Entry<String, ? extends ServletRegistration> servlet :
                servlets.getServletRegistrations().entrySet()) {
            servlet.getValue().getMappings().forEach(mapping -> all.routes.add("SERVLET " + mapping));
        }
        all.resources(
                "/engine-rest",
                Stream.concat(
                        CamundaRestResources.getResourceClasses().stream(),
                        Stream.of(DefaultProcessEngineRestServiceImpl.class, NamedProcessEngineRestServiceImpl.class)));
        all.resources("/camunda/api/admin", new AdminApplication().getClasses().stream());
        all.resources("/camunda/api/cockpit", new CockpitApplication().getClasses().stream());
        all.resources("/camunda/api/tasklist", new TasklistApplication().getClasses().stream());
        all.resources("/camunda/api/welcome", new WelcomeApplication().getClasses().stream());
        all.resources("/camunda/api/engine", new EngineRestApplication().getClasses().stream());
        return all.routes;
    }

    private void spring(Set<RequestMappingInfo> mappings) {
        for (RequestMappingInfo mapping : mappings) {
            List<String> methods = mapping.getMethodsCondition().getMethods().isEmpty()
                    ? List.of("*")
                    : mapping.getMethodsCondition().getMethods().stream()
                            .map(Enum::name)
                            .toList();
            mapping.getPatternValues().forEach(path -> methods.forEach(method -> routes.add(method + " " + path)));
        }
    }

    private void resources(String prefix, Stream<Class<?>> classes) {
        classes.forEach(type -> pathOf(type.getAnnotations()).ifPresent(path -> walk(joined(prefix, path), type, 0)));
    }

    private void walk(String prefix, Class<?> type, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (Method method : type.getMethods()) {
            List<Annotation> annotations = annotationsOf(type, method);
            String path = pathOf(annotations.toArray(Annotation[]::new))
                    .map(own -> joined(prefix, own))
                    .orElse(prefix);
            List<String> verbs = annotations.stream()
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .map(HttpMethod::value)
                    .toList();
            verbs.forEach(verb -> routes.add(verb + " " + path));
            boolean leadsOn = verbs.isEmpty() && !path.equals(prefix);
            if (leadsOn) {
                walk(path, method.getReturnType(), depth + 1);
            }
        }
    }

    /** Annotations stand at the method of the class, or at that of what it extends or implements. */
    private static List<Annotation> annotationsOf(Class<?> type, Method method) {
        List<Annotation> all = new ArrayList<>(List.of(method.getAnnotations()));
        Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()))
                .forEach(parent -> Stream.of(parent.getMethods())
                        .filter(same -> same.getName().equals(method.getName())
                                && java.util.Arrays.equals(same.getParameterTypes(), method.getParameterTypes()))
                        .forEach(same -> all.addAll(annotationsOf(parent, same))));
        return all;
    }

    private static java.util.Optional<String> pathOf(Annotation[] annotations) {
        return Stream.of(annotations)
                .filter(Path.class::isInstance)
                .map(annotation -> ((Path) annotation).value())
                .findFirst();
    }

    private static String joined(String prefix, String path) {
        String clean = path.replaceAll("\\{(\\w+)\\s*:[^}]*}+", "{$1}");
        String both = prefix + "/" + clean;
        return both.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
