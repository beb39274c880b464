using Polaris.Client;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;
using Spectre.Console;

namespace SaveBibRecord;

/// <summary>Shows an error, with details for the user that must not be logged.</summary>
internal static class Failure
{
    public static void Show(IAnsiConsole console, Exception exception)
    {
        console.MarkupLineInterpolated($"[red]Not saved:[/] {exception.Message}");
        foreach (var detail in Details(exception))
        {
            console.MarkupLineInterpolated($"  {detail}");
        }
    }

    private static IEnumerable<string> Details(Exception exception) => exception switch
    {
        ObjectLockedException { Holder: { } holder } =>
            [$"Held by {holder.PolarisUserName} at {holder.WorkstationName} since {holder.LockDate:yyyy-MM-dd HH:mm}."],
        WorkflowException workflow => workflow.Messages.Select(message => $"Message from Polaris: {message.Message}"),
        RequestFailedException { ServerMessage: { } words } => [$"Message from the server: {words}"],
        _ => [],
    };
}
