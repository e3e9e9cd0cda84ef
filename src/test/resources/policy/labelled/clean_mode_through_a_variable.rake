namespace :letters do
  desc 'Marks letters as archived'
  task archive: :environment do
    mode = ENV.fetch('MODE', 'report').downcase
    letters = Letter.where(archived: nil)
    puts letters.count
    letters.update_all(archived: true) if mode == 'apply'
  end
end
