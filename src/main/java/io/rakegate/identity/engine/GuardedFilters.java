package io.rakegate.identity.engine;

import java.util.List;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.query.Query;

/** The filter service, which stores and runs no filter with an expression that is not on the list. */
class GuardedFilters extends FilterServiceImpl {

    @Override
    public Filter saveFilter(Filter filter) {
        QueryExpressions.check(filter.getQuery());
        return super.saveFilter(filter);
    }

    @Override
    public <T> List<T> list(String filterId) {
        checkStored(filterId);
        return super.list(filterId);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extendingQuery) {
        check(filterId, extendingQuery);
        return super.list(filterId, extendingQuery);
    }

    @Override
    public <T> List<T> listPage(String filterId, int firstResult, int maxResults) {
        checkStored(filterId);
        return super.listPage(filterId, firstResult, maxResults);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(
            String filterId, Q extendingQuery, int firstResult, int maxResults) {
        check(filterId, extendingQuery);
        return super.listPage(filterId, extendingQuery, firstResult, maxResults);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the engine's own signature
    public <T> T singleResult(String filterId) {
        checkStored(filterId);
        return super.singleResult(filterId);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extendingQuery) {
        check(filterId, extendingQuery);
        return super.singleResult(filterId, extendingQuery);
    }

    @Override
    public Long count(String filterId) {
        checkStored(filterId);
        return super.count(filterId);
    }

    @Override
    public Long count(String filterId, Query<?, ?> extendingQuery) {
        check(filterId, extendingQuery);
        return super.count(filterId, extendingQuery);
    }

    private void check(String filterId, Query<?, ?> extendingQuery) {
        QueryExpressions.check(extendingQuery);
        checkStored(filterId);
    }

    private void checkStored(String filterId) {
        Filter stored = getFilter(filterId);
        if (stored != null) {
            QueryExpressions.check(stored.getQuery());
        }
    }
}
