namespace :drafts do
  desc 'Removes drafts'
  task remove: :environment do
    live = ENV['LIVE_RUN'] == 'true'
    Draft.where(abandoned: true).destroy_all if live # expect: WritesHappenInATransaction
  end
end
