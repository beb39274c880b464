using System.Diagnostics;
using Polaris.Client.Marc;

namespace ImportMarc;

/// <summary>Counts what this run does, and shows the rate and the remaining time on a terminal; writes nothing into a pipe.</summary>
internal sealed class Progress(TextWriter errors, IReadOnlyList<ImportFile> files, bool isTerminal)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly long _length = files.Sum(file => file.Length);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private TimeSpan _next = Pause;
    private long _position;
    private long _taken;
    private long _failures;

    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>The number of records that this run took from the files.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>The number of records of this run that could not be saved.</summary>
    public long Failures => Interlocked.Read(ref _failures);

    public void Report(ImportFile file, MarcReadResult result) => Interlocked.Exchange(
        ref _position, files.TakeWhile(other => other != file).Sum(other => other.Length) + result.Offset + result.Length);

    public void Fail() => Interlocked.Increment(ref _failures);

    public void Take()
    {
        var taken = Interlocked.Increment(ref _taken);
        lock (_gate)
        {
            if (!isTerminal || _watch.Elapsed < _next)
            {
                return;
            }

            _next = _watch.Elapsed + Pause;
            var seconds = _watch.Elapsed.TotalSeconds;
            var position = Interlocked.Read(ref _position);
            var left = TimeSpan.FromSeconds(position == 0 ? 0 : seconds / position * Math.Max(0, _length - position));
            errors.Write($"\r{taken} records, {taken / seconds:N0} a second, {left:hh\\:mm\\:ss} left, {Failures} failed ");
        }
    }

    public void Finish()
    {
        if (isTerminal && _next > Pause)
        {
            errors.WriteLine();
        }
    }
}
