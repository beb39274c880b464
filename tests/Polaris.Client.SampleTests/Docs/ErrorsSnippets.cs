using Polaris.Client.ObjectLocks;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/errors.md.</summary>
internal static class ErrorsSnippets
{
    public static async Task CatchAsync(PolarisClient polaris, Func<PolarisClient, Task> save, Action<string> show)
    {
        // snippet
        try
        {
            await SaveAsync(polaris);
        }
        catch (ObjectLockedException locked)
        {
            Show($"{locked.Holder?.PolarisUserName} has it open since {locked.Holder?.LockDate:g}.");
        }
        catch (PolarisClientException failed) when (failed.MayHaveBeenProcessed)
        {
            Show("It is not known whether it was saved. Read the record before you save it again.");
        }
        catch (PolarisClientException failed)
        {
            Show($"It was not saved: {failed.Message}");
        }
        // end

        Task SaveAsync(PolarisClient client) => save(client);
        void Show(string text) => show(text);
    }
}
