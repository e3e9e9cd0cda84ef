namespace :letters do
  desc 'Moves two letter templates to a new category'
  task :move_templates, [:apply] => :environment do |_task, args|
    apply = args[:apply] == 'true'
    old = LetterCategory.find_by!(slug: 'misc')
    new = LetterCategory.find_by!(slug: 'benefits')
    ActiveRecord::Base.transaction do
      moved = LetterTemplate.where(category: old, slug: %w[award denial])
      puts "#{moved.count} templates to move"
      if apply
        moved.update_all(category_id: new.id)
        old.touch
      end
    end
  end
end
