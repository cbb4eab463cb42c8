export default function Vergelijken() { return <div className="screen"><h1>Vergelijken</h1></div>; }
