package io.rakegate.guardrail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Where a process can get to, whatever is decided on the way: to tell what no path can go around. */
final class Flow {

    private final Map<String, Element> nodes = new HashMap<>();
    private final Map<String, List<String>> next = new HashMap<>();
    private final Map<String, Set<String>> before = new HashMap<>();
    private final List<String> starts = new ArrayList<>();

    Flow(List<Element> elements) {
        elements.forEach(element -> nodes.put(element.getAttribute("id"), element));
        elements.forEach(this::connect);
    }

    /** Whether a node can be reached when nobody ever comes past another one. */
    boolean reaches(String target, String without) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            String id = open.pop();
            if (!id.equals(without) && mayBegin(id, reached) && reached.add(id)) {
                open.addAll(next.getOrDefault(id, List.of()));
            }
        }
        return reached.contains(target);
    }

    /** A parallel join waits for each of its flows. */
    private boolean mayBegin(String id, Set<String> reached) {
        Element node = nodes.get(id);
        return node == null
                || !node.getLocalName().equals("parallelGateway")
                || reached.containsAll(before.getOrDefault(id, Set.of()));
    }

    private void connect(Element element) {
        String id = element.getAttribute("id");
        switch (element.getLocalName()) {
            case "sequenceFlow" -> connect(element.getAttribute("sourceRef"), element.getAttribute("targetRef"));
            case "boundaryEvent" -> connect(element.getAttribute("attachedToRef"), id);
            case "startEvent" -> {
                Element scope = (Element) element.getParentNode();
                boolean inside = scope.getLocalName().equals("subProcess")
                        && !"true".equals(scope.getAttribute("triggeredByEvent"));
                if (inside) {
                    connect(scope.getAttribute("id"), id);
                } else {
                    starts.add(id);
                }
            }
            default -> {
                // the rest is connected by the flows
            }
        }
    }

    /** What follows a sub-process follows its inner ends, and not its beginning. */
    private void connect(String source, String target) {
        Element from = nodes.get(source);
        Element to = nodes.get(target);
        if (from != null && to != null && from.getLocalName().equals("subProcess") && isAfter(from, to)) {
            endsOf(from).forEach(end -> add(end, target));
        } else {
            add(source, target);
        }
    }

    private static boolean isAfter(Element scope, Element node) {
        return !node.getLocalName().equals("boundaryEvent") && node.getParentNode() != scope;
    }

    private void add(String source, String target) {
        next.computeIfAbsent(source, key -> new ArrayList<>()).add(target);
        before.computeIfAbsent(target, key -> new HashSet<>()).add(source);
    }

    /** The nodes inside where a sub-process can end by itself: its plain end events, and what nothing follows. */
    private static List<String> endsOf(Element scope) {
        List<String> ends = new ArrayList<>();
        NodeList children = scope.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element node && isFlowNode(node) && endsThere(node)) {
                ends.add(node.getAttribute("id"));
            }
        }
        return ends;
    }

    private static boolean isFlowNode(Element node) {
        return !Set.of("sequenceFlow", "documentation", "extensionElements", "incoming", "outgoing", "laneSet")
                .contains(node.getLocalName());
    }

    private static boolean endsThere(Element node) {
        boolean goesOn = false;
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            String name = String.valueOf(child.getLocalName());
            goesOn |= name.equals("outgoing") || name.equals("errorEventDefinition");
        }
        return !goesOn;
    }
}
