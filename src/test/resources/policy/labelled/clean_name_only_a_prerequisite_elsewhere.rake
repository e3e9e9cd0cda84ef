desc 'What the nightly run shows'
task nightly: :environment do
  puts Report.unsent.count
end
