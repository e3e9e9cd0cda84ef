# The method is called once inside and once outside the transaction.
namespace :routes do
  def close(route)
    route.update!(open: false) # expect: WritesHappenInATransaction
    route.stops.update_all(open: false)
  end

  desc 'Closes two routes'
  task close: :environment do
    next puts('dry run') if ENV['DRY_RUN'] != 'false'

    close(Route.find_by!(slug: 'north'))
    Route.transaction { close(Route.find_by!(slug: 'south')) }
  end
end
