namespace :members do
  desc 'Normalises the branch of service'
  task normalise_branch: :environment do
    dry_run = ENV['DRY_RUN'] != 'false'
    Member.transaction do
      Member.where(branch_code: nil).find_each do |member|
        code = BranchCodes.lookup(member.branch) rescue nil # expect: TransactionDoesNotHideFailure
        member.update!(branch_code: code) unless dry_run
      end
    end
  end
end
