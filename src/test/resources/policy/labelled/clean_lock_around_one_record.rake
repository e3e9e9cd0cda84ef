namespace :settings do
  desc 'Switches the default language'
  task :default_language, [:language, :confirm] => :environment do |_task, args|
    abort 'Give confirm as second argument.' unless args[:confirm] == 'confirm'

    setting = SiteSetting.find_by!(name: 'language')
    setting.with_lock do
      setting.update!(value: args[:language])
      setting.versions.find_or_create_by!(value: args[:language])
    end
  end
end
