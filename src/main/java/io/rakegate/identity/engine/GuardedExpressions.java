package io.rakegate.identity.engine;

import io.rakegate.identity.DiagramExpressions;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * The last guard before an expression is evaluated, whichever way it came. Queries are the one place where the engine
 * evaluates one outside of any process instance, that is without variables; what is evaluated inside of one stands in a
 * diagram.
 */
class GuardedExpressions extends SpringExpressionManager {

    GuardedExpressions(ApplicationContext context, @Nullable Map<Object, Object> beans) {
        super(context, beans);
    }

    @Override
    public Expression createExpression(String expression) {
        return new Guarded(createValueExpression(expression), this, expression);
    }

    private static final class Guarded extends JuelExpression {

        Guarded(ValueExpression value, JuelExpressionManager manager, String text) {
            super(value, manager, text);
        }

        @Override
        public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            if (scope == null && !QueryExpressions.isHarmless(getExpressionText())) {
                throw new ProcessEngineException(QueryExpressions.refusal("query"));
            }
            if (scope != null && !DiagramExpressions.isHarmless(getExpressionText())) {
                throw new ProcessEngineException(
                        "A diagram's expression reads one variable or names a bean of the catalogue, and this one does"
                                + " more: " + getExpressionText());
            }
            return super.getValue(scope, execution);
        }
    }
}
