using System.Diagnostics;

namespace MarcTool;

/// <summary>Shows the rate and the remaining time on a terminal; writes nothing into a pipe.</summary>
internal sealed class Progress(TextWriter errors, long length, bool isTerminal)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next = Pause;

    public void Report(long records, long position)
    {
        if (!isTerminal || _watch.Elapsed < _next)
        {
            return;
        }

        _next = _watch.Elapsed + Pause;
        double seconds = _watch.Elapsed.TotalSeconds;
        TimeSpan left = TimeSpan.FromSeconds(position == 0 ? 0 : seconds / position * Math.Max(0, length - position));
        errors.Write($"\r{records} records, {records / seconds:N0} a second, {left:hh\\:mm\\:ss} left ");
    }

    public void Finish()
    {
        if (isTerminal && _next > Pause)
        {
            errors.WriteLine();
        }
    }
}
