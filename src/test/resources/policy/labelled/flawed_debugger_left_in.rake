namespace :offices do
  desc 'Counts open offices'
  task count_open: :environment do
    open = Office.where(open: true)
    binding.pry # expect: TaskAsksForNoInput
    puts open.count
  end
end
