namespace :flags do
  desc 'Counts flags'
  task count_all: :environment do
    puts Flag.count
  end
end

namespace :flags do
  desc 'Counts active flags'
  task count_all: :environment do # expect: TaskNameIsUnique
    puts Flag.where(active: true).count
  end
end
