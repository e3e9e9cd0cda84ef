namespace :locks do
  desc 'Releases stale locks'
  task release: :environment do
    dry_run = ENV['DRY_RUN'] != 'false'
    started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    begin
      RecordLock.transaction do
        RecordLock.where(stale: true).update_all(stale: false) unless dry_run
        RecordLockAudit.where(stale: true).update_all(stale: false) unless dry_run
      end
    ensure
      puts "took #{Process.clock_gettime(Process::CLOCK_MONOTONIC) - started} s"
    end
  end
end
