namespace :codes do
  desc 'Adds the new codes, leaving those that are there'
  task add: :environment do
    dry_run = ENV.fetch('DRY_RUN', 'true') == 'true'
    rows = %w[A1 B2 C3].map { |code| { code: code, active: true } }
    puts "#{rows.size} codes"
    Code.insert_all(rows, unique_by: :code) unless dry_run
  end
end
