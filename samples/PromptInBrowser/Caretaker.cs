namespace PromptInBrowser;

/// <summary>Ends what people and crashed processes leave behind: unanswered prompts, interrupted saves, locks.</summary>
internal sealed class Caretaker(
    Saves saves, SaveStore store, RecordGuard guard, IConfiguration configuration, TimeProvider time, ILogger<Caretaker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Longer than any request works, with all its attempts: a save that did not change for so long has lost its process.</summary>
    private static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan KeepEnded = TimeSpan.FromDays(1);

    /// <summary>How long a prompt, and with it the record, waits for a person.</summary>
    private readonly TimeSpan _answerWithin = configuration.GetValue("AnswerWithin", TimeSpan.FromMinutes(20));

    /// <summary>Looks once, at every save that needs care.</summary>
    public async Task LookAsync()
    {
        var now = time.GetUtcNow();
        store.DoubtThoseChangedBefore(now - LongestRequest);
        foreach (var old in store.ListOpen().Where(save => save.State is SaveState.Open or SaveState.InDoubt && save.ChangedAt < now - _answerWithin))
        {
            await saves.ExpireAsync(old);
        }

        foreach (var ended in store.ListWithLeftLock())
        {
            await guard.ReleaseAsync(ended);
            store.Write(ended);
        }

        store.RemoveEndedBefore(now - KeepEnded);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await LookAsync();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.CareFailed(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

/// <summary>The log messages; they contain no texts of prompts, which may name people.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "A step of save {Id} failed.")]
    public static partial void StepFailed(ILogger logger, string id, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "Old saves could not be looked at; this is tried again in a minute.")]
    public static partial void CareFailed(ILogger logger, Exception exception);
}
