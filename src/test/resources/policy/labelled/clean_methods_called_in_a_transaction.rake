namespace :routes do
  def rename_route(from, to, dry_run)
    route = Route.find_by!(slug: from)
    route.update!(slug: to) unless dry_run
    RouteAlias.find_or_create_by!(route: route, slug: from) unless dry_run
  end

  desc 'Renames two routes'
  task rename: :environment do
    dry_run = ENV['DRY_RUN'] != 'false'
    Route.transaction do
      rename_route('north', 'coast', dry_run)
      rename_route('south', 'valley', dry_run)
    end
  end
end
