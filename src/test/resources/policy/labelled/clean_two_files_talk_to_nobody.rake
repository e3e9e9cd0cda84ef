# gets, ask and readline in other senses than asking a person.
namespace :imports do
  desc 'Reads a prepared file line by line'
  task :read, [:path] => :environment do |_task, args|
    File.open(args[:path]) do |file|
      header = file.gets
      puts header.split(',').size
      file.readline
    end
    targets = %w[a b]
    gets_value = targets.first
    puts gets_value
  end
end
