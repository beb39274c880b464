namespace Polaris.Client.Tests.Faults.Laboratory;

/// <summary>Random decisions that depend on the seed and on what they are for, not on the order in which threads ask.</summary>
internal sealed class Draw
{
    private ulong _state;

    public Draw(int seed, params object[] purpose)
    {
        _state = 14695981039346656037UL ^ (uint)seed;
        foreach (var character in string.Join('|', purpose))
        {
            _state = (_state ^ character) * 1099511628211UL;
        }
    }

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public double Fraction() => (Next() >> 11) / (double)(1UL << 53);

    public bool OneIn(int count) => Below(count) == 0;

    public T Of<T>(params T[] choices) => choices[Below(choices.Length)];

    public TimeSpan Time(TimeSpan longest) => TimeSpan.FromTicks((long)(Fraction() * longest.Ticks));

    public Guid Guid() => new(BitConverter.GetBytes(Next()).Concat(BitConverter.GetBytes(Next())).ToArray());

    /// <summary>SplitMix64.</summary>
    private ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
