namespace :offices do
  def default_region
    @default_region ||= Region.find_by(slug: 'default') || Region.create!(slug: 'default')
  end

  desc 'Puts offices without a region into the default region'
  task assign_region: :environment do
    apply = ENV['APPLY'] == 'yes'
    next puts(Office.where(region: nil).count) unless apply

    Office.transaction do
      default_region
      Office.where(region: nil).update_all(region_id: default_region.id)
    end
  end
end
