require 'sidekiq/api'

namespace :sidekiq do
  desc 'Shows the length of each queue'
  task queues: :environment do
    queues = Sidekiq::Queue.all
    queues.each { |queue| puts "#{queue.name}: #{queue.size}" }
    puts Sidekiq::RetrySet.new.size
  end
end
